import type { Invocation, Run } from 'sarif'
import { createItems } from './items.ts'
import { jsonText } from './json_text.ts'
import { folderUri } from './place.ts'
import type { Failure, Reporter } from './reporter.ts'
import { locationOf } from './sarif_location.ts'
import { resultsOf } from './sarif_result.ts'
import { ruleOf } from './sarif_rule.ts'
import type { Surroundings } from './surroundings.ts'

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** SARIF 2.1.0: one run, a result a line. */
export function createSarifReporter(surroundings: Surroundings): Reporter {
  const items = createItems(false)
  let begun = false
  const opening = () => {
    const before = begun ? '' : headOf(surroundings)
    begun = true
    return before
  }
  return {
    file: found => opening() + items.next(resultsOf(found, surroundings)),
    end: (failures = []) => {
      const invocations = jsonText([invocationOf(failures, surroundings)])
      return `${opening()}${items.close()},"invocations":${invocations}}]}\n`
    },
  }
}

/** All that comes before the results. */
function headOf(surroundings: Surroundings): string {
  const run = jsonText(runOf(surroundings))
  return `{"$schema":${JSON.stringify(schema)},"version":"2.1.0","runs":[${run.slice(0, -1)},"results":`
}

function runOf({ version, pages, root, locale, pageUrl }: Surroundings): Run {
  const rules = pages.map(page => ruleOf(page, pageUrl(page.code), locale))
  return {
    tool: { driver: { name: 'torchspore', version, semanticVersion: version, rules } },
    language: locale,
    columnKind: 'unicodeCodePoints',
    // Python ends a line at each of these.
    newlineSequences: ['\r\n', '\n', '\r'],
    originalUriBaseIds: { '%SRCROOT%': { uri: folderUri(root) } },
  }
}

function invocationOf(failures: readonly Failure[], { root }: Surroundings): Invocation {
  const notifications = failures.map(({ path, reason }) => ({
    level: 'error' as const,
    message: { text: reason },
    locations: [{ physicalLocation: { artifactLocation: locationOf(root, path) } }],
  }))
  return {
    executionSuccessful: failures.length === 0,
    ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}),
  }
}
