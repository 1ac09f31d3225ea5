raise RuntimeError("line one\nline two\nline three")
