// Results of earlier builds, keyed by content, in $XDG_CACHE_HOME/molt/build (~/.cache/molt/build).
//
// The question "what did this program compile to?" is answered in two steps. A manifest, keyed by the request (the
// entry's path, the options, the compiler itself), lists the files the program consisted of with the hashes of their
// contents, and the paths that were looked for in vain. If all of that still holds, the artefact, keyed by the hash of
// all of it, is the answer. So an unchanged program is neither parsed nor compiled nor linked again.
//
// Invariants: entries are written to a temporary file and renamed, so that builds at the same time cannot see halves;
// an entry that cannot be read or does not parse is no entry; a cache that cannot be written is no error. The total
// size stays below a bound (512 MB; MOLT_CACHE_SIZE in megabytes), the least recently used going first.
#pragma once

#include "compiler/driver/program.h"

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/MemoryBuffer.h>

#include <memory>
#include <string>

namespace molt::driver {

class BuildCache {
public:
  /// The user's cache; disabled when there is no place for it or MOLT_CACHE=off.
  static BuildCache open();
  /// A cache in `folder`, for tests.
  explicit BuildCache(std::string folder, uint64_t maximumSize = 512u << 20);

  /// What a request is: everything that decides the result beside the sources' contents.
  using Request = std::string;

  /// The artefact of an unchanged program, or null.
  std::unique_ptr<llvm::MemoryBuffer> find(const Request &request) const;

  /// Remembers that `program`, asked for by `request`, became `artefact`.
  void store(const Request &request, const Program &program, llvm::StringRef artefact) const;

  bool enabled() const { return !folder_.empty(); }
  const std::string &folder() const { return folder_; }
  /// Bytes in the cache.
  uint64_t size() const;

private:
  std::string pathOf(llvm::StringRef key) const;
  void write(const std::string &path, llvm::StringRef contents) const;
  void prune() const;

  std::string folder_;
  uint64_t maximumSize_ = 0;
};

} // namespace molt::driver
