/**
 * The functions that web-tree-sitter's TreeCursor calls. It carries its state through memory before and after each of
 * them, which takes most of the time of a walk; one walk at a time can leave the state where it is.
 * Each takes the address of the tree.
 */
interface Functions {
  _ts_tree_root_node_wasm(tree: number): void
  _ts_tree_cursor_new_wasm(tree: number): void
  _ts_tree_cursor_delete_wasm(tree: number): void
  _ts_tree_cursor_goto_first_child_wasm(tree: number): number
  _ts_tree_cursor_goto_next_sibling_wasm(tree: number): number
  _ts_tree_cursor_goto_parent_wasm(tree: number): number
  _ts_tree_cursor_current_node_type_id_wasm(tree: number): number
  _ts_tree_cursor_current_field_id_wasm(tree: number): number
  _ts_tree_cursor_current_node_is_missing_wasm(tree: number): number
  _ts_tree_cursor_start_index_wasm(tree: number): number
  _ts_tree_cursor_end_index_wasm(tree: number): number
}

/** A walk through one tree; no other may be begun before it is done. */
export class Cursor {
  private readonly functions: Functions
  private readonly tree: number

  /** At the root of a tree: `runtime` is what Parser.init was given, `tree` a Tree of it. */
  constructor(runtime: object, tree: object) {
    // The runtime puts its functions into that object, and keeps a tree's address under 0; neither is in the types.
    this.functions = runtime as Functions
    // For the same reason.
    this.tree = (tree as { readonly 0: number })[0]
    this.functions._ts_tree_root_node_wasm(this.tree)
    this.functions._ts_tree_cursor_new_wasm(this.tree)
  }

  get type(): number {
    return this.functions._ts_tree_cursor_current_node_type_id_wasm(this.tree)
  }

  /** 0 for a node without a field. */
  get field(): number {
    return this.functions._ts_tree_cursor_current_field_id_wasm(this.tree)
  }

  get isMissing(): boolean {
    return this.functions._ts_tree_cursor_current_node_is_missing_wasm(this.tree) === 1
  }

  get start(): number {
    return this.functions._ts_tree_cursor_start_index_wasm(this.tree)
  }

  get end(): number {
    return this.functions._ts_tree_cursor_end_index_wasm(this.tree)
  }

  toFirstChild(): boolean {
    return this.functions._ts_tree_cursor_goto_first_child_wasm(this.tree) === 1
  }

  toNextSibling(): boolean {
    return this.functions._ts_tree_cursor_goto_next_sibling_wasm(this.tree) === 1
  }

  toParent(): boolean {
    return this.functions._ts_tree_cursor_goto_parent_wasm(this.tree) === 1
  }

  delete(): void {
    this.functions._ts_tree_cursor_delete_wasm(this.tree)
  }
}
