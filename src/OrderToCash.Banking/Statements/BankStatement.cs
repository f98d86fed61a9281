using System.Text.Json.Serialization;

namespace OrderToCash.Banking;

/// <summary>One section of a bank file: an account, a span of days, what moved.</summary>
public sealed record BankStatement
{
    /// <summary>Statement, report or notification.</summary>
    public required BankStatementKind Kind { get; init; }

    /// <summary>The account: an IBAN without blanks, or the bank's own number; empty when the file names none.</summary>
    public required string Account { get; init; }

    /// <summary>
    /// The account's currency: as stated, else that of the balances, else that of the first entry; none when there is no amount.
    /// </summary>
    public required Currency Currency { get; init; }

    /// <summary>The bank's id of the statement; empty when there is none.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>The electronic sequence number, else the legal one; empty when there is none.</summary>
    public string Sequence { get; init => field = value ?? ""; } = "";

    /// <summary>The first day, inclusive; null when the bank states none.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last day, inclusive; null when the bank states none.</summary>
    public LocalDate? To { get; init; }

    /// <summary>
    /// The booked balance before the entries (OPBD, else PRCD); below zero when overdrawn, null when not stated.
    /// </summary>
    public Money? Opening { get; init; }

    /// <summary>The booked balance after the entries (CLBD); below zero when overdrawn, null when not stated.</summary>
    public Money? Closing { get; init; }

    /// <summary>The booked movements in the bank's order; a batch with details is one entry for each of them.</summary>
    public EquatableArray<BankEntry> Entries { get; init; }

    /// <summary>
    /// How many entries are there for information or still pending; they move nothing and are not among <see cref="Entries"/>.
    /// </summary>
    public int EntriesNotBooked { get; init; }

    /// <summary>What is wrong inside this statement, with line and position (<see cref="BankFileErrors"/>).</summary>
    public EquatableArray<DomainError> Findings { get; init; }

    /// <summary>The sum of the entries.</summary>
    [JsonIgnore]
    public Money Total
    {
        get
        {
            var sum = Money.Zero(Currency);
            foreach (var entry in Entries) sum += entry.Amount;
            return sum;
        }
    }

    /// <summary>True when both balances are stated and opening plus entries is closing.</summary>
    [JsonIgnore]
    public bool Balances => Opening is { } opening && Closing is { } closing && opening + Total == closing;
}
