using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>One assigned receivable. Amounts are zero or above.</summary>
public sealed record FactoredLine
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>The number the debtor knows.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>Its due date; it is the same when it comes back.</summary>
    public required LocalDate DueDate { get; init; }

    /// <summary>What was assigned: all that was open.</summary>
    public required Money Amount { get; init; }

    /// <summary>The application that took it off the books; none where it stays in them.</summary>
    public ItemApplicationId Application { get; init; }

    /// <summary>What was paid out on it, fee and interest included; null before.</summary>
    public Money? Advance { get; init; }

    /// <summary>What came in for it.</summary>
    public EquatableArray<FactoredCollection> Collections { get; init; }

    /// <summary>The day it came back; null while it has not.</summary>
    public LocalDate? ReturnedOn { get; init; }

    /// <summary>Why it came back; null while it has not.</summary>
    public FactoringReturnReason? ReturnedBecause { get; init; }

    /// <summary>What came in for it, in all.</summary>
    [JsonIgnore]
    public Money Collected => Money.Sum(Collections.Select(c => c.Amount), Amount.Currency);

    /// <summary>What the debtor still owes the factor; zero when it came back.</summary>
    [JsonIgnore]
    public Money Outstanding => ReturnedOn is null ? Amount - Collected : Money.Zero(Amount.Currency);

    /// <summary>True while the factor may still collect it.</summary>
    [JsonIgnore]
    public bool IsWithFactor => ReturnedOn is null && !Outstanding.IsZero;

    /// <summary>What the factor keeps back until it is paid.</summary>
    [JsonIgnore]
    public Money Reserve => Amount - (Advance ?? Money.Zero(Amount.Currency));

    internal bool IsSound => Amount.IsPositive && !Collected.IsNegative && Collected <= Amount
        && !(Advance is { } advance && (advance.IsNegative || advance > Amount)) && ReturnedOn is null == ReturnedBecause is null;
}
