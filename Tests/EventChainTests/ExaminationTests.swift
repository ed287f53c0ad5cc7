import Digests
import EventChain
import Testing

@Suite("A chain is examined alike, whatever store it lies in")
struct ExaminationTests {
  @Test("A store as it was written is sound, with the head it states", arguments: [0, 1, 3])
  func sound(batches: Int) throws {
    let book = try MemoryBook(batches: batches)
    #expect(book.stated.count == Int64(2 * batches))
    #expect(try book.verdict() == .sound(book.stated))
    #expect(try book.verdict(expecting: book.stated) == .sound(book.stated))
    #expect(try book.verdict(expecting: .empty) == .sound(book.stated))
  }

  @Test("The digest of an event is the one it has always been")
  func digest() throws {
    // Computed elsewhere from the description of the format.
    #expect(
      try MemoryBook(batches: 1).stated.description
        == "2:0d525bbdb007c92b82c29c09c2a2eae82b8c62adaac9501e74d7eb7884dd6b49")
  }

  @Test("Each kind of change is found at its place and called by its name")
  func kinds() throws {
    let whole = try MemoryBook()
    var book = whole
    book.links[2].event.payload.append(0x20)
    #expect(try book.flaw()?.kind == .edited)
    #expect(try book.flaw()?.position == 3)

    book = whole
    book.links[2].digest = []
    #expect(try book.flaw()?.kind == .edited)

    book = whole
    book.links.remove(at: 2)
    #expect(try book.flaw()?.kind == .missing)
    #expect(try book.flaw()?.position == 3)

    book = whole
    book.links.removeLast()
    #expect(try book.flaw()?.kind == .tail)
    #expect(try book.flaw()?.position == 6)

    book = whole
    book.links[2].event.position = 4
    book.links[3].event.position = 3
    #expect(try book.flaw()?.kind == .moved)
    #expect(try book.flaw()?.description.contains("now stands at position 4") == true)

    book = whole
    book.links[3].event.id = book.links[0].event.id
    #expect(try book.flaw()?.kind == .duplicated)
    #expect(try book.flaw()?.description.contains("repeats the one at position 1") == true)

    for position in [Int64.min, 0, 7, .max] {
      book = whole
      var foreign = book.links[5]
      foreign.event.position = position
      book.links.append(foreign)
      #expect(try book.flaw()?.kind == .foreign)
      #expect(try book.flaw()?.position == position)
    }

    book = whole
    book.stated = Head(count: 6, digest: Digest(of: [1]))
    #expect(try book.flaw()?.kind == .head)
  }

  @Test("A chain that was forged with all its digests is found by its order, or by a kept head")
  func forgery() throws {
    var book = try MemoryBook()
    let kept = book.stated
    book.links[5].event.version = 9
    book.seal()
    #expect(try book.flaw()?.kind == .order)

    book = try MemoryBook()
    book.links[5].event.batch = 5
    book.links[4].event.batch = 3
    book.seal()
    #expect(try book.flaw()?.kind == .order)

    book = try MemoryBook()
    book.links[5].event.payload = Array("1".utf8)
    book.seal()
    #expect(try book.verdict() == .sound(book.stated))
    #expect(try book.flaw(expecting: kept)?.kind == .rewritten)

    book.links.removeLast()
    book.seal()
    #expect(try book.flaw(expecting: kept)?.kind == .tail)
  }

  @Test("A row that cannot be read is a flaw in its place, unless only the looking failed")
  func unreadable() throws {
    var book = try MemoryBook()
    book.unreadable = [4]
    #expect(try book.flaw()?.kind == .edited)
    #expect(
      try book.flaw()?.description
        == "The event at position 4 is not what was recorded there: it is gone.")
    #expect(throws: MemoryBook.Unreadable.self) {
      try book.flawing(.file, "Nothing") { throw MemoryBook.Unreadable(isFinding: false) }
    }
  }
}
