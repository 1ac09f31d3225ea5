import colorsys
for r, g, b in ((0, 0, 0), (1, 1, 1), (1, 0, 0), (0, 1, 0), (0, 0, 1), (0.5, 0.25, 0.75), (0.2, 0.4, 0.4)):
    h = colorsys.rgb_to_hsv(r, g, b)
    l = colorsys.rgb_to_hls(r, g, b)
    y = colorsys.rgb_to_yiq(r, g, b)
    print([round(v, 6) for v in h], [round(v, 6) for v in l], [round(v, 6) for v in y])
    print([round(v, 6) for v in colorsys.hsv_to_rgb(*h)], [round(v, 6) for v in colorsys.hls_to_rgb(*l)], [round(v, 6) for v in colorsys.yiq_to_rgb(*y)])
print(["#%02x%02x%02x" % tuple(int(round(c * 255)) for c in colorsys.hsv_to_rgb(i / 12, 1, 1)) for i in range(12)])
print(colorsys.__all__, colorsys.ONE_THIRD)
