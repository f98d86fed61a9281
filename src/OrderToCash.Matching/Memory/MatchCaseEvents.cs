using System.Text.Json.Serialization;

namespace OrderToCash.Matching;

/// <summary>What was decided about a payment.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(MatchCaseOpened), "match-case.opened")]
[JsonDerivedType(typeof(MatchLearned), "match-case.learned")]
[JsonDerivedType(typeof(MatchRejected), "match-case.rejected")]
[JsonDerivedType(typeof(MatchTakenBack), "match-case.taken-back")]
public abstract record MatchCaseEvent
{
    /// <summary>The payment.</summary>
    public required PaymentId Payment { get; init; }

    /// <summary>Who.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}

/// <summary>Money came in.</summary>
public sealed record MatchCaseOpened : MatchCaseEvent
{
    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>How it came.</summary>
    public required IncomingPayment Incoming { get; init; }
}

/// <summary>It was for items of a customer: a person said so, or the payer himself.</summary>
public sealed record MatchLearned : MatchCaseEvent
{
    /// <summary>The customer.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The items, in order of their ids.</summary>
    public required EquatableArray<OpenItemId> Items { get; init; }

    /// <summary>Who said so.</summary>
    public required MatchSource Source { get; init; }
}

/// <summary>A person said what it is not for.</summary>
public sealed record MatchRejected : MatchCaseEvent
{
    /// <summary>The items.</summary>
    public required EquatableArray<OpenItemId> Items { get; init; }

    /// <summary>Why; empty when nobody said.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";
}

/// <summary>The application on an item was taken back: what was learned with it does not hold.</summary>
public sealed record MatchTakenBack : MatchCaseEvent
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>Its customer.</summary>
    public required CustomerId Customer { get; init; }
}
