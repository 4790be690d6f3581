import os
import sys
import tempfile
import unittest

from checker import Checker, checker, line_of

FAKE = [sys.executable, os.path.join(os.path.dirname(os.path.abspath(__file__)), "fake.py")]


class CheckerTest(unittest.TestCase):
    def setUp(self):
        self.checker = Checker(FAKE, patience=5)
        self.addCleanup(lambda: self.checker.stop())

    def ask(self, *sources):
        return self.checker.answers([line_of(f"{index}.py", source) for index, source in enumerate(sources)])

    def test_one_process_answers_all_rows_in_order(self):
        answers = self.ask(*["x = 1"] * 1000) + self.ask("y = 2")
        self.assertEqual([answer["path"] for answer in answers], [f"{index}.py" for index in range(1000)] + ["0.py"])
        self.assertEqual(len({answer["pid"] for answer in answers}), 1)

    def test_rows_that_are_larger_than_every_buffer_do_not_block(self):
        self.assertEqual(len(self.ask(*["x" * 3_000_000] * 20)), 20)

    def test_only_the_guilty_row_gets_an_error(self):
        for source in ["die", "half"]:
            answers = self.ask("a", "b", source, "c", source, "d")
            self.assertEqual([answer["error"] is None for answer in answers], [True, True, False, True, False, True])
            self.assertEqual([answer.get("path") for answer in answers], ["0.py", "1.py", None, "3.py", None, "5.py"])

    def test_a_row_that_hangs_is_given_up(self):
        self.checker.patience = 0.5
        answers = self.ask("a", "hang", "b")
        self.assertEqual([answer["error"] is None for answer in answers], [True, False, True])

    def test_a_row_is_tried_again_in_a_new_process(self):
        with tempfile.TemporaryDirectory() as folder:
            answers = self.ask("a", f"once {folder}/flag", "b")
        self.assertEqual([answer["error"] for answer in answers], [None, None, None])

    def test_a_process_that_was_killed_is_replaced(self):
        self.ask("a")
        self.checker.process.kill()
        self.assertEqual([answer["error"] for answer in self.ask("b", "c")], [None, None])

    def test_rows_without_text_get_an_error_without_being_asked(self):
        answers = self.ask(None, "a", b"\xff", "b".encode())
        errors = ["there is no content", None, "the content is not UTF-8", None]
        self.assertEqual([answer["error"] for answer in answers], errors)

    def test_what_cannot_be_started_is_no_row_s_fault(self):
        for command in (["/nowhere/torchspore"], [sys.executable, "-c", "raise SystemExit(2)"]):
            with self.assertRaisesRegex(RuntimeError, "torchspore"):
                Checker(command, 5).answers([line_of("a.py", "x")])

    def test_the_patience_is_a_row_s_and_not_a_batch_s(self):
        self.checker.patience = 2
        answers = self.ask(*["slow"] * 6)
        self.assertEqual(len({answer["pid"] for answer in answers}), 1)

    def test_a_worker_has_one_checker_for_a_command_and_a_patience(self):
        self.assertIs(checker(FAKE, 5), checker(list(FAKE), 5))
        self.assertEqual([checker(FAKE, 5).patience, checker(FAKE, 6).patience], [5, 6])


if __name__ == "__main__":
    unittest.main()
