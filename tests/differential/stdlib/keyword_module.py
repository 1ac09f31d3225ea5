import keyword
print(len(keyword.kwlist), keyword.kwlist, keyword.softkwlist)
print([keyword.iskeyword(w) for w in ("if", "for", "match", "print", "None", "async", "self", "")])
print([keyword.issoftkeyword(w) for w in ("match", "case", "_", "type", "if")])
print(sorted(keyword.kwlist) == keyword.kwlist, keyword.__all__)
