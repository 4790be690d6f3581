import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'

/** Every mutant that there is a verdict of so far. */
export const tried = []

class Tried {
  onMutantTested(mutant) {
    tried.push(mutant)
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Reporter, 'tried', Tried)]
