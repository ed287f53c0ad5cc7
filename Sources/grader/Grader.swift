import Arguments
import Assessment
import Certificates
import Foundation
import Grading
import Registrar
import SQLiteStore
import SuiteSupport

/// The program: parses the command line, calls a use case, prints, exits.
@main
enum Grader {
  static func main() async {
    if CommandLine.arguments.dropFirst() == [SuiteLauncher.argument] {
      exit(await SuiteProcess.run())
    }
    signal(SIGPIPE, SIG_IGN)
    exit(await run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  /// Does what a command line asks for.
  private static func run(_ arguments: [String]) async -> ExitCode {
    let terminal = Terminal()
    do {
      switch try GraderCommand.tool.parse(arguments, version: "0.1", width: terminal.width) {
      case .text(let text):
        terminal.print(text)
        return .success
      case .action(.grade(let request)): return try GradeCommand(request).run()
      case .action(.audit(let request)): return try AuditCommand(request).run()
      case .action(.doctor(let request)): return try DoctorCommand(request).run()
      case .action(.gradebook(let request, let options)):
        return try await GradebookCommand(request, options).run()
      case .action(.learners(let request, let options)):
        return try await LearnerCommand(request, options).run()
      case .action(.questions(let request)): return try QuestionsCommand(request).run()
      case .action(.kit(let request)): return try KitCommand(request).run()
      case .action(.submit(let request)): return try await SubmitCommand(request).run()
      case .action(.feedback(let request, let options)):
        return try await FeedbackCommand(request, options).run()
      case .action(.review(let request, let learner, let options)):
        return try await ReviewCommand(request, learner: learner, options).run()
      case .action(.exam(let request, let learner, let options)):
        return try await ExamCommand(request, learner: learner, options).run()
      case .action(.certificate(let request, let keys, let options)):
        return try await CertificateCommand(request, keys: keys, options).run()
      case .action(.verify(let request)): return try await VerifyCommand(request).run()
      case .action(.key(let request, let keys)): return try KeyCommand(request, keys: keys).run()
      case .action(.report(let folder, let options)):
        return try await ReportCommand(folder, options).run()
      }
    } catch let error as UsageError {
      terminal.complain(error.description)
      return .usage
    } catch let error as AssessmentError {
      terminal.complain(error: "\(error)")
      return error.exitCode
    } catch let error as DocumentError {
      terminal.complain(error: "\(error)")
      return .course
    } catch let error as RegistrarError {
      terminal.complain(error: "\(error)")
      return error.exitCode
    } catch let error as StoreFileError {
      terminal.complain(
        error: "\(error)" + (error.problem == .notFound ? GradebookSession.remedy : ""))
      return error.exitCode
    } catch let error as KeyFolderError {
      terminal.complain(error: "\(error)")
      return error.exitCode
    } catch let error as AnswerError {
      terminal.complain(error: "\(error)")
      return .malformed
    } catch let error as DrawError {
      terminal.complain(error: "\(error)")
      return .course
    } catch {
      terminal.complain("Internal error. \(error)")
      return .internalError
    }
  }
}

extension AssessmentError {
  /// The status for what is concerned.
  fileprivate var exitCode: ExitCode {
    switch kind {
    case .input: .noInput
    case .course: .course
    case .machine: .unavailable
    case .isolation: .notIsolated
    }
  }
}

extension RegistrarError {
  /// The status for what is concerned.
  fileprivate var exitCode: ExitCode {
    switch kind {
    case .input: .noInput
    case .refused: .refused
    case .gradebook: .gradebook
    }
  }
}

extension StoreFileError {
  /// The status for what is wrong with the file.
  fileprivate var exitCode: ExitCode {
    switch problem {
    case .notFound, .isDirectory, .notAGradebook, .alreadyExists: .noInput
    default: .gradebook
    }
  }
}

extension KeyFolderError {
  /// The status for what is concerned.
  fileprivate var exitCode: ExitCode {
    switch kind {
    case .notFound, .notWritable: .noInput
    case .exists: .refused
    case .damaged: .malformed
    case .tooOpen: .notIsolated
    }
  }
}
