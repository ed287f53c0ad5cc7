public import CQRS

/// The partitioned read side of the seed vault.
public protocol VaultScaledReads: ScaledReads where Query == VaultQuery, View == VaultView {}
