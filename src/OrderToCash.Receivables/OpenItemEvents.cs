using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What happened to an open item.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(OpenItemOpened), "open-item.opened")]
[JsonDerivedType(typeof(OpenItemApplied), "open-item.applied")]
[JsonDerivedType(typeof(OpenItemUnapplied), "open-item.unapplied")]
public abstract record OpenItemEvent
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>The entry posted with it.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>Who gave the command.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}

/// <summary>An invoice's instalment, a credit note or a payment entered the ledger.</summary>
public sealed record OpenItemOpened : OpenItemEvent
{
    /// <summary>The item as it was opened: nothing is applied yet.</summary>
    public required OpenItem Opened { get; init; }
}

/// <summary>Parts of the item were settled, by one command.</summary>
public sealed record OpenItemApplied : OpenItemEvent
{
    /// <summary>The new applications.</summary>
    public required EquatableArray<Application> Applications { get; init; }
}

/// <summary>Applications were taken back, by one command.</summary>
public sealed record OpenItemUnapplied : OpenItemEvent
{
    /// <summary>Which; all of them were live.</summary>
    public required EquatableArray<ItemApplicationId> Applications { get; init; }

    /// <summary>The business date of the reversal.</summary>
    public required LocalDate On { get; init; }
}
