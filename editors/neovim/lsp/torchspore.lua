-- Neovim 0.11 and later. Copy this to lsp/torchspore.lua beside init.lua, and say there: vim.lsp.enable('torchspore')

return {
  cmd = { 'torchspore', 'server', '--stdio' },
  filetypes = { 'python' },
  root_markers = { { 'torchspore.toml', 'pyproject.toml' }, '.git' },
}
