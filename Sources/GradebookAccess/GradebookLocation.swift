package import Assessment
package import EventChain
import EventSourcing
import Foundation
package import Registrar
import SQLiteStore

/// A place at which a gradebook is or will be.
///
/// **This is the one place that knows which stores there are**: whatever opens a gradebook asks here, and whoever adds a
/// store adds it here.
package struct GradebookLocation: Hashable, Sendable, CustomStringConvertible {
  /// The path of the file.
  private let path: String

  /// The place that is named, else that of the environment variable `GRADER_GRADEBOOK`, else a file in the current folder.
  package init(named path: String?, environment: [String: String]) {
    let usual = environment["GRADER_GRADEBOOK"] ?? ""
    self.path = path ?? (usual.isEmpty ? "gradebook.sqlite" : usual)
  }

  /// The place as it was named.
  package var description: String { path }

  /// Makes an empty gradebook; nothing is ever written over.
  package func create() throws(GradebookAccessError) {
    do throws(StoreFileError) { try StoreFile.create(at: path) } catch {
      throw GradebookAccessError(error)
    }
  }

  /// Examines everything that is recorded, without changing it.
  ///
  /// - Parameter head: A head that was kept elsewhere.
  package func examine(
    expecting head: Head? = nil
  ) async throws(GradebookAccessError) -> ChainVerdict {
    do throws(StoreFileError) {
      return try await SQLiteEventStore.verify(at: path, expecting: head)
    } catch { throw GradebookAccessError(error) }
  }

  /// Opens the registrar's office over the gradebook, with the clock and the randomness of this machine.
  package func office(of course: Course) throws(GradebookAccessError) -> Registrar {
    do throws(StoreFileError) {
      return Registrar(
        course: course, gradebook: GradebookStores(try StoreFile.open(at: path)),
        now: { Timestamp(rawValue: Int64((Date().timeIntervalSince1970 * 1_000).rounded(.down))) },
        randomNumber: { .random(in: .min ... .max) })
    } catch { throw GradebookAccessError(error) }
  }
}
