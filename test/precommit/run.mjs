/**
 * The hooks under the real pre-commit, which installs them from a commit of the project as it stands.
 *
 *   node test/precommit/run.mjs [VERSION...]
 *
 * Needs git, npm, python3 with venv, and a package index for pip and npm. Exit status 2 when one is missing, 1 when a hook fails.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkPrograms, commitProject, installPreCommit } from './installed.mjs'
import { scenarios } from './scenarios.mjs'

const given = process.argv.slice(2)
const versions = given.length > 0 ? given : ['3.0.4', '4.7.0']
const folder = mkdtempSync(join(tmpdir(), 'torchspore-precommit-'))
try {
  const environments = needed(() => {
    checkPrograms()
    return versions.map(version => installPreCommit(folder, version))
  })
  const url = join(folder, 'hooks')
  const revision = commitProject(url)
  versions.forEach((version, index) => {
    const all = scenarios({ folder, env: environments[index], url, revision })
    for (const [title, holds] of Object.entries(all)) report(`pre-commit ${version}: ${title}`, holds)
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function needed(get) {
  try {
    return get()
  } catch (error) {
    console.error(`torchspore: this test needs git, npm, python3 with venv, and pip's packages: ${error.message}`)
    rmSync(folder, { recursive: true, force: true })
    process.exit(2)
  }
}

function report(title, holds) {
  try {
    holds()
    console.log(`ok: ${title}`)
  } catch (error) {
    console.error(`failed: ${title}\n${error.stack}`)
    process.exitCode = 1
  }
}
