namespace OrderToCash.Receivables;

/// <summary>A netting that was posted.</summary>
public sealed record PostedNetting
{
    /// <summary>Its id.</summary>
    public required NettingId Id { get; init; }

    /// <summary>Both sides.</summary>
    public required NettingProposal Statement { get; init; }

    /// <summary>The entry.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>The day it was undone; null while it holds.</summary>
    public LocalDate? UndoneOn { get; init; }

    /// <summary>Why it was undone; empty while it holds.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";
}
