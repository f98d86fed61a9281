using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>
/// Both sides of a netting in one currency, the oldest due first; both come to the same amount. It is the statement that goes to
/// the party.
/// </summary>
public sealed record NettingProposal
{
    /// <summary>The day.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>What they owe us.</summary>
    public required EquatableArray<NettingReceivable> Receivables { get; init; }

    /// <summary>What we owe them; of the last one perhaps a part.</summary>
    public required EquatableArray<PayableItem> Payables { get; init; }

    /// <summary>What is netted.</summary>
    [JsonIgnore]
    public Money Amount => Money.Sum(Receivables.Select(r => r.Amount), Currency);

    internal bool IsBalanced => !Receivables.IsEmpty && Receivables.All(r => r.Amount.IsPositive && r.Amount.Currency == Currency)
        && Payables.All(p => p.Amount.IsPositive && p.Amount.Currency == Currency)
        && Receivables.DistinctBy(r => r.Item).Count() == Receivables.Count
        && Payables.DistinctBy(p => p.Number).Count() == Payables.Count
        && Amount == Money.Sum(Payables.Select(p => p.Amount), Currency);
}
