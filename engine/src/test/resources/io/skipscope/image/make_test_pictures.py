"""Makes the test pictures that Java's own writers cannot make. Needs Pillow; run it here."""

from PIL import Image

QUADRANTS = [(200, 30, 20), (30, 160, 60), (60, 60, 190), (230, 220, 40)]
rgb = Image.new("RGB", (32, 32))
for i, colour in enumerate(QUADRANTS):
    rgb.paste(colour, (i % 2 * 16, i // 2 * 16, i % 2 * 16 + 16, i // 2 * 16 + 16))

rgb.save("lossless.webp", lossless=True)
rgb.save("lossy.webp", quality=95)
rgb.convert("CMYK").save("cmyk.jpg", quality=95)
rgb.save("animated.webp", save_all=True, append_images=[Image.new("RGB", (32, 32))], lossless=True)
half = rgb.convert("RGBA")
half.putalpha(128)
half.save("alpha.webp", lossless=True)
