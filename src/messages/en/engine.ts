import type { EngineMessage } from '../../engine/message.ts'
import type { WordsFor } from '../words.ts'
import { clause } from './clause.ts'
import { counterexample } from './counterexample.ts'
import { lineOf } from './line.ts'

export const engineWords: WordsFor<EngineMessage> = {
  'call.plain': () => 'torch.nn.ConvTranspose1d is mindspore.nn.Conv1dTranspose here',
  'call.composed': () => 'torch.nn.ConvTranspose1d with output_padding is a sequence of MindSpore layers here',
  'call.compat': ({ path }) => `torch.nn.ConvTranspose1d is ${path} here`,
  'compat.takes': () => "stays: the class takes torch's own arguments",
  'call.blocked': ({ parameter }) =>
    `torch.nn.ConvTranspose1d is not rewritten here: its ${parameter} stands in the way`,
  'call.starred': ({ argument }) =>
    `torch.nn.ConvTranspose1d is not rewritten here: what ${argument} holds is not known`,
  'call.uncertified': () => 'torch.nn.ConvTranspose1d is not rewritten here: no rewrite could be certified',
  'call.in-fstring': () => 'torch.nn.ConvTranspose1d is not rewritten inside an f-string',
  'call.broken': () => 'torch.nn.ConvTranspose1d is not rewritten here: the file has a syntax error',
  'attribute.other-form': ({ name, silent, certain }) => {
    const where = certain ? '' : 'this may be the layer: '
    if (name === 'weight' || name === 'state_dict') {
      const of = name === 'weight' ? 'weight of' : 'weight in the state_dict() of'
      return `${where}${of} MindSpore's layer has a dimension more: (in_channels, out_channels / group, 1, kernel_size)`
    }
    const how = silent ? 'has another form: it has two dimensions' : 'has another name, or is not there'
    return `${where}${name} of MindSpore's layer ${how}`
  },
  'attribute.left-behind': ({ name, ...place }) =>
    `unsafe: ${lineOf(place)} reads ${name} of what may be this layer; it has another form in MindSpore, and raises nothing`,
  'layer.wrapped': ({ name }) => `MindSpore has no ${name}, and torch's raises for MindSpore's layer`,
  'layer.handed-on': ({ name, ...place }) =>
    `unsafe: ${lineOf(place)} hands what may be this layer, or hold it, to ${name}, which asks for torch's class or reads what has another form`,
  'layer.inherited': ({ name, ...place }) =>
    `unsafe: ${lineOf(place)} inherits from ${name}, which asks for torch's class or reads what has another form in MindSpore`,
  'layer.output-size': () => "MindSpore's layer takes no output_size: calling it so raises TypeError",
  'layer.torch-method': ({ name }) =>
    `${name} is torch's method: MindSpore's layer has none, or one that takes something else`,
  'mindspore.no-class': () => 'mindspore.nn has no ConvTranspose1d: its class is Conv1dTranspose',
  'mindspore.torch-keyword': ({ keyword }) =>
    `${keyword} is torch's keyword: mindspore.nn.Conv1dTranspose raises TypeError`,
  'mindspore.other-window': ({ mode, shift }) =>
    mode === 'same'
      ? `pad_mode='same' is not torch's layer without padding: its output begins ${shift} samples later, and its length is L·stride`
      : "pad_mode='valid' is not torch's layer without padding where stride exceeds the kernel: its output is longer",
  'mindspore.leans': () =>
    'leans on defaults or positions that the announced signature of mindspore.nn.Conv1dTranspose changes',
  'related.functional': () =>
    'torch.nn.functional.conv_transpose1d has no counterpart in MindSpore that is known to be equal',
  'related.lazy': () => 'MindSpore has no LazyConvTranspose1d: its layers need in_channels',
  'subclass.base': ({ name }) => `${name} is a subclass of torch.nn.ConvTranspose1d, which is not rewritten in place`,
  'subclass.overrides': ({ touches }) =>
    touches.length > 0
      ? `overrides torch's, or adds to it, and touches ${touches.join(', ')}: it has to be read by a person`
      : "overrides torch's, or adds to it: it has to be read by a person",
  'subclass.constructor': () => "calls the constructor of torch.nn.ConvTranspose1d with torch's parameters",
  'subclass.unbound': () => 'calls a method of torch.nn.ConvTranspose1d by way of the class',
  'subclass.compat': ({ name, path }) => `${name} can be a subclass of ${path}`,
  'subclass.changes': ({ methods, touches }) =>
    `unsafe: ${[...methods.map(each => `MindSpore does not call ${each}`), ...touches.map(each => `${each} may have another form`)].join('; ')}`,
  'reference.compat': ({ path }) => `torch.nn.ConvTranspose1d can be ${path} here`,
  'reference.handed-on': place =>
    `unsafe: what ${lineOf(place)} hands the class to may ask for it in another way than by calling it`,
  'reference.class-test': () => "this class test is about torch.nn.ConvTranspose1d, and MindSpore's layer is none",
  'reference.test-left-behind': place =>
    `unsafe: the class test in ${lineOf(place)} would no longer be true, and cannot be rewritten with all calls of the file`,
  'reference.class-called': place =>
    `unsafe: ${lineOf(place)} takes the class of an object, which will be MindSpore's if that is such a layer, with torch's arguments`,
  'reference.name-test': place => `unsafe: ${lineOf(place)} asks for a class by its name, which will be another`,
  'reference.not-call': () => 'torch.nn.ConvTranspose1d is used here without being called',
  'reference.possible': ({ callee }) => `${callee} may be torch.nn.ConvTranspose1d here`,
  'reference.binding': ({ name, ...place }) => `${name} may come from ${lineOf(place)}`,
  'fix.replace': ({ call }) => `Replace by ${call}`,
  'fix.withheld': ({ code, ...place }) =>
    `no fix: ${lineOf(place)} would have to change as well, where ${code} is ignored`,
  'file.syntax': () => 'syntax error; calls elsewhere in the file are reported, without fixes',
  'file.too-large': ({ bytes, limit }) =>
    `not checked: the file has ${bytes} bytes, more than the ${limit} of max-file-size`,
  'file.too-deep': ({ depth, limit }) => `not checked: the code is nested ${depth} deep, more than ${limit}`,
  'file.not-utf8': () => 'not checked: the file is not UTF-8, and no coding line says what it is',
  'file.binary': () => 'not checked: the file holds a NUL byte, so it is no Python',
  'file.missing': () => 'not checked: there is no such file',
  'file.unreadable': ({ reason }) => `not checked: ${reason}`,
  'suppression.unused': ({ codes }) => `this suppression${clause(codes, ' of ')} suppresses nothing`,
  counterexample: message => counterexample(message.counterexample),
}
