import Glibc

/// The files a jailed program sees, as options of `bwrap`.
///
/// The root and `/dev` are read-only; nothing on the machine's disks can be written.
struct Mounts {
  /// The options, in the order they take effect.
  private(set) var options: [String] = []
  private var folders: Set<String> = ["/"]

  /// Shows the system's libraries and what a cell names.
  init(_ cell: Cell, tools: JailTools) {
    make("/proc", "/dev", "/tmp")
    options += ["--proc", "/proc", "--dev", "/dev"]
    let system = Self.system + [tools.prlimit, tools.setpriv]
    for path in Self.outermost(system + cell.readable) { show(path) }
    options += ["--remount-ro", "/dev", "--remount-ro", "/"]
  }

  /// Shows a file or folder at its own path; a link of the system's stays one.
  private mutating func show(_ path: String) {
    makeParents(of: path)
    if Self.system.contains(path), let target = linkTarget(path) {
      options += ["--symlink", target, path]
    } else {
      options += ["--ro-bind", path, path]
    }
  }

  /// Makes the folders above a path, which as root nobody else could enter otherwise.
  private mutating func makeParents(of path: String) {
    var parent = ""
    for name in path.split(separator: "/").dropLast() {
      parent += "/\(name)"
      make(parent)
    }
  }

  /// Makes folders that everybody may enter.
  private mutating func make(_ paths: String...) {
    for path in paths where folders.insert(path).inserted {
      options += ["--perms", "0755", "--dir", path]
    }
  }

  /// Paths without those that are below others of them, sorted.
  private static func outermost(_ paths: [String]) -> [String] {
    var result: [String] = []
    for path in Set(paths).sorted() where !result.contains(where: { path.hasPrefix("\($0)/") }) {
      result.append(path)
    }
    return result
  }

  /// What every program needs to start: libraries, the loader's cache, and time zones, without which a formatter of
  /// dates traps.
  private static let system: [String] = {
    let libraries = ["x86_64", "aarch64"].flatMap {
      ["/usr/lib/\($0)-linux-gnu", "/lib/\($0)-linux-gnu"]
    }
    let candidates =
      ["/lib", "/lib64", "/usr/lib64", "/etc/ld.so.cache", "/usr/share/zoneinfo"] + libraries
    return candidates.filter { path in
      // Where /lib is a folder of its own, only its libraries are shown, and where it is a link, the link.
      path == "/lib" ? linkTarget(path) != nil : access(path, R_OK) == 0
    }.filter { path in
      !path.hasPrefix("/lib/") || linkTarget("/lib") == nil
    }
  }()
}

/// Where a symbolic link points, or `nil` when a path is none.
private func linkTarget(_ path: String) -> String? {
  var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
  let count = readlink(path, &buffer, buffer.count - 1)
  guard count > 0 else { return nil }
  return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
}
