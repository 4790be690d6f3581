export { compatModule } from '../../rules/conv_transpose1d/compat/module.ts'
