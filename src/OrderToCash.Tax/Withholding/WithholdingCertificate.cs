using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>
/// Tax withheld by a customer, and the certificates that prove it. Proven tax is an allowed deduction: cash application settles
/// the missing part of the payment with it; what is never proven is owed by the customer.
/// </summary>
public sealed partial record WithholdingCertificate
{
    /// <summary>The host's number.</summary>
    public required WithholdingCertificateId Id { get; init; }

    /// <summary>What was withheld.</summary>
    public required WithholdingFacts Facts { get; init; }

    /// <summary>How far the proof is.</summary>
    public required WithholdingStatus Status { get; init; }

    /// <summary>The certificates that came in.</summary>
    public EquatableArray<WithholdingPaper> Papers { get; init; }

    /// <summary>What was used as a deduction so far.</summary>
    public required Money Deducted { get; init; }

    /// <summary>Why it was given up; empty otherwise.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";

    /// <summary>What is proven.</summary>
    [JsonIgnore]
    public Money Proven => Money.Sum(Papers.Select(p => p.Amount), Facts.Amount.Currency);

    /// <summary>What is not proven.</summary>
    [JsonIgnore]
    public Money Missing => Facts.Amount - Proven;

    /// <summary>What cash application may still deduct: proven and not used.</summary>
    [JsonIgnore]
    public Money Deductible => Proven - Deducted;

    /// <summary>True when something is missing and its day has passed.</summary>
    public bool IsOverdue(LocalDate on) =>
        Status is WithholdingStatus.Expected or WithholdingStatus.PartlyReceived && on > Facts.DueOn;

    /// <summary>The certificate an event gives birth to.</summary>
    public static WithholdingCertificate From(WithholdingExpected first) => new()
    {
        Id = first.Id,
        Facts = first.Facts,
        Status = WithholdingStatus.Expected,
        Deducted = Money.Zero(first.Facts.Amount.Currency),
    };

    /// <summary>The state after an event.</summary>
    /// <exception cref="ArgumentException">The event is of a kind nobody knows.</exception>
    public WithholdingCertificate Apply(WithholdingEvent e) => e switch
    {
        WithholdingExpected x => From(x),
        WithholdingReceived r => this with
        {
            Papers = Papers.Add(r.Paper),
            Status = r.Paper.Amount == Missing ? WithholdingStatus.Received : WithholdingStatus.PartlyReceived,
            Reason = "",
        },
        WithholdingDeducted d => this with { Deducted = Deducted + d.Amount },
        WithholdingDeductionUndone u => this with { Deducted = Deducted - u.Amount },
        WithholdingGivenUp g => this with { Status = WithholdingStatus.GivenUp, Reason = g.Reason },
        _ => throw new ArgumentException($"Unknown event {e.GetType()}.", nameof(e)),
    };

    /// <summary>What is wrong with a stored value: findings of its facts, <see cref="WithholdingErrors.Inconsistent"/>.</summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = Facts.Check().Select(f => f.Below("facts")).ToList();
        if (findings.Count > 0) return [.. findings];
        var isConsistent = Papers.All(p => p.Amount.Currency == Facts.Amount.Currency && p.Amount.IsPositive)
            && Deducted.Currency == Facts.Amount.Currency && !Deducted.IsNegative && !Missing.IsNegative && !Deductible.IsNegative
            && Status switch
            {
                WithholdingStatus.Expected => Papers.IsEmpty,
                WithholdingStatus.PartlyReceived => !Papers.IsEmpty && Missing.IsPositive,
                WithholdingStatus.Received => Missing.IsZero,
                _ => Missing.IsPositive && Reason.Length > 0,
            };
        return isConsistent ? [] : [WithholdingErrors.Inconsistent.With(("certificate", Id), ("status", Status))];
    }
}
