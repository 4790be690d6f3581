/** 文件里的一行，或者笔记本某个单元里的一行。 */
export function lineOf({ line, cell }: { readonly line: number; readonly cell?: number }): string {
  return cell === undefined ? `第 ${line} 行` : `单元 ${cell} 的第 ${line} 行`
}
