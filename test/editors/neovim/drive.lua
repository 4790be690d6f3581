-- Does in Neovim what a person does, and prints one JSON object a step: the setup of editors/neovim, diagnostics, the quick
-- fix of the last call, all fixes. Run with: nvim --headless --clean -n FILE -c 'luafile drive.lua'
local folder = vim.env.TORCHSPORE_NEOVIM_SETUP
local encode = vim.json and vim.json.encode or vim.fn.json_encode

local function tell(step, seen)
  io.stdout:write(encode({ step = step, seen = seen }) .. '\n')
end

local function await(what, condition)
  if not vim.wait(60000, condition, 20) then error('waited a minute for ' .. what) end
end

local function lines()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n') .. '\n'
end

local function found()
  local all = vim.diagnostic.get(0)
  table.sort(all, function(a, b) return a.lnum < b.lnum end)
  return all
end

local function diagnostics()
  return vim.tbl_map(function(each)
    local line = vim.api.nvim_buf_get_lines(0, each.lnum, each.lnum + 1, true)[1]
    local text = line:sub(each.col + 1, each.end_col)
    return { line = each.lnum + 1, text = text, code = each.code, source = each.source, message = each.message }
  end, found())
end

-- Chooses from the menu that Neovim shows; where there is one choice it may not show any.
local function choose(context, pattern)
  local titles, chosen = {}, false
  vim.ui.select = function(items, options, on_choice)
    titles = vim.tbl_map(options.format_item, items)
    for index, title in ipairs(titles) do
      if not chosen and title:find(pattern, 1, true) then
        chosen = true
        on_choice(items[index], index)
      end
    end
  end
  local before = lines()
  vim.lsp.buf.code_action({ context = context })
  await(pattern, function() return lines() ~= before or (#titles > 0 and not chosen) end)
  if lines() == before then error('none of these is ' .. pattern .. ': ' .. table.concat(titles, ' | ')) end
  return { titles = titles, text = lines() }
end

local function run()
  if vim.lsp.enable then
    vim.opt.runtimepath:prepend(folder)
    vim.lsp.enable('torchspore')
  else
    dofile(folder .. '/torchspore.lua')
  end
  vim.cmd('setfiletype python')
  await('diagnostics', function() return #found() == 2 end)
  tell('diagnostics', diagnostics())
  local last = found()[2]
  vim.api.nvim_win_set_cursor(0, { last.lnum + 1, last.col + 2 })
  tell('quick fix', choose(nil, 'Replace by'))
  await('one diagnostic', function() return #found() == 1 end)
  tell('left', diagnostics())
  tell('fix all', choose({ only = { 'source.fixAll.torchspore' }, diagnostics = {} }, 'torchspore'))
  await('no diagnostics', function() return #found() == 0 end)
  vim.cmd('write')
end

local ok, problem = pcall(run)
if not ok then io.stderr:write(tostring(problem) .. '\n') end
vim.cmd(ok and 'quitall!' or 'cquit!')
