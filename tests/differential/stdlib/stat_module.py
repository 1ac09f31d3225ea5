import stat
for mode in (0o100644, 0o40755, 0o120777, 0o20620, 0o60660, 0o10600, 0o140777, 0o104755, 0o102755, 0o41777):
    print(oct(mode), stat.filemode(mode), stat.S_ISREG(mode), stat.S_ISDIR(mode), stat.S_ISLNK(mode), stat.S_ISCHR(mode), stat.S_ISBLK(mode), stat.S_ISFIFO(mode), stat.S_ISSOCK(mode), oct(stat.S_IMODE(mode)), oct(stat.S_IFMT(mode)))
print(stat.S_IRUSR, stat.S_IWUSR, stat.S_IXUSR, stat.S_IRWXU, stat.S_IRWXG, stat.S_IRWXO, stat.ST_MODE, stat.ST_SIZE, stat.S_ISUID)
