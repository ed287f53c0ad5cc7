public import EventSourcing
public import SeedVault
import Wire

extension WorkerService {
  /// Serves a submission's `UpcasterChain`.
  public static func upcasterChain<Chain: UpcasterChain>(_ type: Chain.Type) -> Self {
    let chains = HandleTable<Chain>()
    var service = Self()
    service.on(EvolutionCalls.MakeChain.self) { call in
      do throws(EvolutionError) {
        return .success(chains.add(try Chain.make(call.steps)))
      } catch {
        return .failure(error)
      }
    }
    service.on(EvolutionCalls.Upcast.self) { call in
      let chain = try chains[call.chain]
      do throws(EvolutionError) {
        return .success(try chain.upcast(call.stored))
      } catch {
        return .failure(error)
      }
    }
    return service
  }

  /// Serves a submission's `LotEventCodec`.
  public static func lotEventCodec<Codec: LotEventCodec>(_ type: Codec.Type) -> Self {
    let codecs = HandleTable<Codec>()
    var service = Self()
    service.on(EvolutionCalls.OpenCodec.self) { _ in codecs.add(Codec()) }
    service.on(EvolutionCalls.Encode.self) { call in
      try codecs[call.codec].encode(call.event, id: call.id)
    }
    service.on(EvolutionCalls.Decode.self) { call in
      let codec = try codecs[call.codec]
      return call.stored.map { stored in
        do throws(EvolutionError) {
          return .success(try codec.decode(stored, mode: call.mode))
        } catch {
          return .failure(error)
        }
      }
    }
    return service
  }
}
