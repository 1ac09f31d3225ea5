// The version of Python whose grammar and behaviour is asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace molt {

struct PythonVersion {
  uint8_t major = 3;
  uint8_t minor = 14;

  friend constexpr auto operator<=>(const PythonVersion &, const PythonVersion &) = default;
  constexpr bool atLeast(int wantedMajor, int wantedMinor) const {
    return major > wantedMajor || (major == wantedMajor && minor >= wantedMinor);
  }
};

inline constexpr PythonVersion python312{3, 12};
inline constexpr PythonVersion python313{3, 13};
inline constexpr PythonVersion python314{3, 14};
inline constexpr PythonVersion defaultPythonVersion = python314;

/// Reads "3.12", "3.13" or "3.14"; nothing else is a version that Molt knows.
constexpr std::optional<PythonVersion> parsePythonVersion(std::string_view text) {
  if (text == "3.12")
    return python312;
  if (text == "3.13")
    return python313;
  if (text == "3.14")
    return python314;
  return std::nullopt;
}

} // namespace molt
