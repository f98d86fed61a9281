using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What happened to an open item.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(OpenItemOpened), "open-item.opened")]
[JsonDerivedType(typeof(OpenItemApplied), "open-item.applied")]
[JsonDerivedType(typeof(OpenItemUnapplied), "open-item.unapplied")]
[JsonDerivedType(typeof(OpenItemRevalued), "open-item.revalued")]
[JsonDerivedType(typeof(OpenItemRevaluationReversed), "open-item.revaluation-reversed")]
[JsonDerivedType(typeof(OpenItemRecovered), "open-item.recovered")]
[JsonDerivedType(typeof(OpenItemRecoveryReversed), "open-item.recovery-reversed")]
[JsonDerivedType(typeof(OpenItemPledged), "open-item.pledged")]
[JsonDerivedType(typeof(OpenItemReleased), "open-item.released")]
public abstract record OpenItemEvent
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>The entry posted with it; where nothing is posted, the one the command would have posted.</summary>
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

/// <summary>The item was valued at a closing rate.</summary>
public sealed record OpenItemRevalued : OpenItemEvent
{
    /// <summary>By how much, and until when.</summary>
    public required Revaluation Revaluation { get; init; }
}

/// <summary>A revaluation was taken back.</summary>
public sealed record OpenItemRevaluationReversed : OpenItemEvent
{
    /// <summary>The entry of the revaluation; it was live.</summary>
    public required JournalEntryId Revaluation { get; init; }

    /// <summary>The business date of the reversal.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Money came in on the item after it was written off.</summary>
public sealed record OpenItemRecovered : OpenItemEvent
{
    /// <summary>How much, and which tax is owed again.</summary>
    public required Recovery Recovery { get; init; }
}

/// <summary>Money on a written-off item went back.</summary>
public sealed record OpenItemRecoveryReversed : OpenItemEvent
{
    /// <summary>The entry of the recovery; it was live.</summary>
    public required JournalEntryId Recovery { get; init; }

    /// <summary>The business date of the reversal.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>The item was pledged to a factor, or what is pledged of it changed.</summary>
public sealed record OpenItemPledged : OpenItemEvent
{
    /// <summary>What is pledged from now on.</summary>
    public required ItemPledge Pledge { get; init; }
}

/// <summary>The factor gave the item back: anybody may settle it.</summary>
public sealed record OpenItemReleased : OpenItemEvent;
