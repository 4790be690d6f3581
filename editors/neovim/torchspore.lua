-- Neovim 0.7 to 0.10. Copy this into init.lua, or load it from there: dofile('/where/this/is/torchspore.lua')

local clients = {}

-- The nearest folder with settings; else the repository; else the file's own folder.
local function root_of(path)
  local folder = vim.fn.fnamemodify(path, ':p:h')
  for _, name in ipairs({ 'torchspore.toml', 'pyproject.toml' }) do
    local file = vim.fn.findfile(name, folder .. ';')
    if file ~= '' then return vim.fn.fnamemodify(file, ':p:h') end
  end
  local git = vim.fn.finddir('.git', folder .. ';')
  return git == '' and folder or vim.fn.fnamemodify(git, ':p:h:h')
end

vim.api.nvim_create_autocmd('FileType', {
  pattern = 'python',
  callback = function(args)
    local root = root_of(vim.api.nvim_buf_get_name(args.buf))
    clients[root] = clients[root]
      or vim.lsp.start_client({
        name = 'torchspore',
        cmd = { 'torchspore', 'server', '--stdio' },
        root_dir = root,
        on_exit = function() clients[root] = nil end,
      })
    if clients[root] then vim.lsp.buf_attach_client(args.buf, clients[root]) end
  end,
})
