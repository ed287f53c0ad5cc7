public import CQRS

/// The query desk of the seed vault.
public protocol VaultQueryDesk: QueryDesk where Query == VaultQuery, View == VaultView {}
