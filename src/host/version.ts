import manifest from '../../package.json' with { type: 'json' }

/** What package.json may say of the project. */
const { version: own, homepage }: { readonly version: string; readonly homepage?: string } = manifest

/** The version of this package. */
export const version: string = own

/** Where the page of a code can be read, in a folder of the repository; null as long as package.json names no homepage. */
export function pageUrl(folder: string, code: string): string | null {
  return homepage === undefined ? null : `${homepage.replace(/#.*$/, '')}/blob/HEAD/${folder}/${code}.md`
}
