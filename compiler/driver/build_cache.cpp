#include "compiler/driver/build_cache.h"
#include "compiler/link/link.h"

#include <llvm/ADT/SmallString.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/BLAKE3.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

#include <algorithm>
#include <cstdlib>
#include <sys/stat.h>
#include <sys/time.h>

namespace molt::driver {

namespace fs = llvm::sys::fs;

static std::string hashOf(llvm::StringRef bytes) {
  auto digest = llvm::BLAKE3::hash<16>(llvm::arrayRefFromStringRef(bytes));
  return llvm::toHex(digest, /*LowerCase=*/true);
}

BuildCache::BuildCache(std::string folder, uint64_t maximumSize)
    : folder_(std::move(folder)), maximumSize_(maximumSize) {}

BuildCache BuildCache::open() {
  const char *choice = getenv("MOLT_CACHE");
  if (choice && llvm::StringRef(choice) == "off")
    return BuildCache("");
  std::string base;
  if (const char *xdg = getenv("XDG_CACHE_HOME"); xdg && *xdg == '/')
    base = xdg;
  else if (const char *home = getenv("HOME"); home && *home == '/')
    base = std::string(home) + "/.cache";
  else
    return BuildCache("");
  uint64_t megabytes = 512;
  if (const char *size = getenv("MOLT_CACHE_SIZE"))
    llvm::StringRef(size).getAsInteger(10, megabytes);
  return BuildCache(base + "/molt/build", megabytes << 20);
}

/// Two letters of the key make a folder, so that none grows large.
std::string BuildCache::pathOf(llvm::StringRef key) const {
  return folder_ + "/" + key.take_front(2).str() + "/" + key.drop_front(2).str();
}

static std::unique_ptr<llvm::MemoryBuffer> readFile(const std::string &path) {
  auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  return buffer ? std::move(*buffer) : nullptr;
}

// A manifest is lines: "source HASH PATH", "folder PATH" and "absent PATH". The artefact's key is the hash of the request and the
// whole manifest.
static std::string manifestOf(const Program &program) {
  std::string text;
  for (const ProgramModule &module : program.modules)
    text += (module.source ? "source " + module.contentHash + " " : "folder ") + module.path + "\n";
  for (const std::string &path : program.absentPaths)
    text += "absent " + path + "\n";
  return text;
}

static bool stillHolds(llvm::StringRef line) {
  if (line.consume_front("absent "))
    return !fs::exists(line);
  if (line.consume_front("folder "))
    return fs::is_directory(line);
  if (!line.consume_front("source "))
    return false;
  auto [hash, path] = line.split(' ');
  return !hash.empty() && hashOfFile(path.str()) == hash;
}

std::unique_ptr<llvm::MemoryBuffer> BuildCache::find(const Request &request) const {
  if (!enabled())
    return nullptr;
  auto manifest = readFile(pathOf(hashOf("manifest\n" + request)));
  if (!manifest || !manifest->getBuffer().ends_with("\n"))
    return nullptr;
  llvm::SmallVector<llvm::StringRef> lines;
  manifest->getBuffer().split(lines, '\n', -1, /*KeepEmpty=*/false);
  for (llvm::StringRef line : lines)
    if (!stillHolds(line))
      return nullptr;
  std::string path = pathOf(hashOf("artefact\n" + request + manifest->getBuffer().str()));
  auto artefact = readFile(path);
  if (artefact)
    ::utimes(path.c_str(), nullptr); // used now: the last to be pruned
  return artefact;
}

void BuildCache::store(const Request &request, const Program &program, llvm::StringRef artefact) const {
  if (!enabled())
    return;
  std::string manifest = manifestOf(program);
  // The artefact first: a manifest never points to nothing.
  write(pathOf(hashOf("artefact\n" + request + manifest)), artefact);
  write(pathOf(hashOf("manifest\n" + request)), manifest);
  prune();
}

void BuildCache::write(const std::string &path, llvm::StringRef contents) const {
  if (fs::create_directories(llvm::sys::path::parent_path(path)))
    return;
  llvm::consumeError(link::writeFileAtomically(path, contents));
}

namespace {
struct Entry {
  std::string path;
  uint64_t size;
  llvm::sys::TimePoint<> used;
};
} // namespace

static std::vector<Entry> listEntries(const std::string &folder) {
  std::vector<Entry> entries;
  std::error_code code;
  for (fs::recursive_directory_iterator it(folder, code), end; it != end && !code; it.increment(code)) {
    fs::file_status status;
    if (!fs::status(it->path(), status) && fs::is_regular_file(status))
      entries.push_back({it->path(), status.getSize(), status.getLastModificationTime()});
  }
  return entries;
}

static uint64_t totalSize(const std::vector<Entry> &entries) {
  uint64_t total = 0;
  for (const Entry &entry : entries)
    total += entry.size;
  return total;
}

uint64_t BuildCache::size() const { return enabled() ? totalSize(listEntries(folder_)) : 0; }

/// Listing the whole cache at each build would cost more than it saves: a stamp file remembers when it was last done.
void BuildCache::prune() const {
  std::string stamp = folder_ + "/pruned";
  fs::file_status status;
  auto now = std::chrono::system_clock::now();
  if (!fs::status(stamp, status) && now - status.getLastModificationTime() < std::chrono::minutes(10))
    return;
  write(stamp, "");
  std::vector<Entry> entries = listEntries(folder_);
  uint64_t total = totalSize(entries);
  if (total <= maximumSize_)
    return;
  std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.used < b.used; });
  for (const Entry &entry : entries) {
    if (total <= maximumSize_ / 4 * 3)
      break;
    if (!fs::remove(entry.path))
      total -= entry.size;
  }
}

} // namespace molt::driver
