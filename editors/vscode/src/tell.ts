import { window } from 'vscode'

/** Shows a message that needs no answer. */
export function tell(message: string): void {
  void window.showInformationMessage(message)
}
