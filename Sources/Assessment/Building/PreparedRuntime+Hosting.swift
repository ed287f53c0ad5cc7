import Foundation
package import Sandbox

extension PreparedRuntime {
  /// The program that starts workers of a submission.
  ///
  /// It and the runtime's library get a name in the submission's own folder. So nothing else of the course is seen by
  /// workers, and whoever looks at a process can tell by its program whose worker it is.
  ///
  /// - Parameters:
  ///   - library: The submission.
  ///   - folder: The submission's folder.
  ///   - processorSeconds: How long one worker may compute.
  ///   - memoryMegabytes: How much address space one worker may use.
  package func host(
    of library: String, in folder: String, processorSeconds: Int, memoryMegabytes: Int
  ) throws -> HostProgram {
    HostProgram(
      executable: try place(host, in: folder, as: "worker"), library: library,
      readable: [
        try place(self.library, in: folder, as: Self.libraryName), toolchain.libraries,
      ],
      preloads: RuntimeCompilation.heavyLibraries(of: try Data(contentsOf: URL(filePath: library))),
      processorSeconds: processorSeconds, memoryMegabytes: memoryMegabytes)
  }

  /// Gives a file another name in a folder.
  ///
  /// - Returns: The new path.
  private func place(_ file: String, in folder: String, as name: String) throws -> String {
    let path = "\(folder)/\(name)"
    do {
      try FileManager.default.linkItem(atPath: file, toPath: path)
    } catch {
      // The folder may be on another disk than the prepared modules.
      try FileManager.default.copyItem(atPath: file, toPath: path)
    }
    return path
  }
}
