"""Compresses one file by Zstandard; inside the interpreter, so that no other tool is needed."""

from pathlib import Path

from compression import zstd

_LARGEST_WINDOW = 27


def window_log(size: int) -> int:
    """Binary logarithm of a window that spans ``size`` bytes, as far as decoders must follow."""
    return max(10, min(_LARGEST_WINDOW, (size - 1).bit_length()))


def compress(source: str, target: str, level: int) -> None:
    """Write the compressed ``source``: one frame that says its size, its window as long."""
    data = Path(source).read_bytes()
    parameter = zstd.CompressionParameter
    options = {
        parameter.compression_level: level,
        parameter.window_log: window_log(len(data)),
        parameter.enable_long_distance_matching: 1,
        parameter.content_size_flag: 1,
    }
    Path(target).write_bytes(zstd.compress(data, options=options))
