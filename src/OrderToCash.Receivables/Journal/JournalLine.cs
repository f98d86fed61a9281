using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>
/// One side of a journal entry: an amount on an account role. The direction is the side, amounts are never below zero.
/// </summary>
public sealed record JournalLine
{
    /// <summary>The account, by its role.</summary>
    public required AccountRole Account { get; init; }

    /// <summary>Debit or credit.</summary>
    public required EntrySide Side { get; init; }

    /// <summary>The amount in the document currency; zero on results of exchange.</summary>
    public required Money Document { get; init; }

    /// <summary>The amount in the functional currency of the legal entity.</summary>
    public required Money Functional { get; init; }

    /// <summary>The open item it moves; null for lines that move none.</summary>
    public OpenItemId? Item { get; init; }

    /// <summary>The functional amount, debit above zero and credit below.</summary>
    [JsonIgnore]
    public Money SignedFunctional => Side == EntrySide.Debit ? Functional : -Functional;

    /// <summary>The document amount, debit above zero and credit below.</summary>
    [JsonIgnore]
    public Money SignedDocument => Side == EntrySide.Debit ? Document : -Document;

    /// <summary>The line that takes this one back: the same amounts on the other side.</summary>
    public JournalLine Mirror() => this with { Side = Side == EntrySide.Debit ? EntrySide.Credit : EntrySide.Debit };
}
