using System.Text.Json.Serialization;

namespace OrderToCash.Banking;

/// <summary>
/// What a payer says a payment is for, sent by itself before or after the money (X12 820, REMADV, CSV). It moves nothing: its
/// claims are given to the matching together with the money they belong to.
/// </summary>
public sealed record RemittanceAdvice
{
    /// <summary>The payer's number of the advice; empty when there is none.</summary>
    public string Number { get; init => field = value ?? ""; } = "";

    /// <summary>The reference the payment itself carries (TRN02, ABL reference); empty when there is none.</summary>
    public string PaymentReference { get; init => field = value ?? ""; } = "";

    /// <summary>The day of the advice or of the payment; null when not stated.</summary>
    public LocalDate? Date { get; init; }

    /// <summary>The payer as named; empty when not.</summary>
    public string PayerName { get; init => field = value ?? ""; } = "";

    /// <summary>The payer's number in a scheme of the two parties, such as a GLN; empty when there is none.</summary>
    public string PayerId { get; init => field = value ?? ""; } = "";

    /// <summary>The payer's account; empty when not stated.</summary>
    public string PayerAccount { get; init => field = value ?? ""; } = "";

    /// <summary>Who is paid, by its number in a scheme of the two parties; empty when not stated.</summary>
    public string PayeeId { get; init => field = value ?? ""; } = "";

    /// <summary>The currency of all amounts.</summary>
    public required Currency Currency { get; init; }

    /// <summary>What is paid in all, as stated; null when not.</summary>
    public Money? Total { get; init; }

    /// <summary>One for each document paid.</summary>
    public EquatableArray<RemittanceAdviceLine> Lines { get; init; }

    /// <summary>What is taken off the payment as a whole, for no single document: a rebate, a fee, an earlier error.</summary>
    public EquatableArray<AdviceDeduction> Deductions { get; init; }

    /// <summary>What is wrong with it (<see cref="BankFileErrors"/>); the good lines are kept.</summary>
    public EquatableArray<DomainError> Findings { get; init; }

    /// <summary>The lines as claims, credit notes below zero, with what is kept back of each and why.</summary>
    [JsonIgnore]
    public EquatableArray<RemittanceClaim> Claims => Lines
        .Select(l => new RemittanceClaim
        {
            DocumentNumber = l.DocumentNumber, Amount = l.Paid,
            KeptBack = l.Deductions.IsEmpty ? null : Money.Sum(l.Deductions.Select(d => d.Amount), Currency),
            KeptBackReason = string.Join('+', l.Deductions.Select(d => d.Reason).Where(r => r.Length > 0).Distinct()),
        })
        .ToEquatableArray();

    /// <summary>What the lines pay in all.</summary>
    [JsonIgnore]
    public Money PaidByLines => Money.Sum(Lines.Select(l => l.Paid), Currency);
}
