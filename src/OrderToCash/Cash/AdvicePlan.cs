using OrderToCash.Banking;
using OrderToCash.Matching;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>What remittance advices that came after the money would do to payments on account; nothing is written yet.</summary>
public sealed record AdvicePlan
{
    /// <summary>The payments an advice speaks of, and what the engine made of it.</summary>
    public required EquatableArray<AdvisedPayment> Payments { get; init; }

    /// <summary>The advices that fit no payment on account, or more than one: keep them for the next statement.</summary>
    public required EquatableArray<RemittanceAdvice> Waiting { get; init; }

    /// <summary>
    /// The stored items that break their own rules (<c>matching.item-broken</c>), payments among them: they are left out.
    /// </summary>
    public EquatableArray<DomainError> Findings { get; init; }

    /// <summary>
    /// The commands that apply what is sure. Their ids follow from the payment and what it settles: executing a plan again
    /// applies nothing twice.
    /// </summary>
    /// <param name="on">The business date.</param>
    /// <param name="by">Who applies.</param>
    public EquatableArray<ApplyPayment> Commands(LocalDate on, Actor by) => Payments
        .Where(p => !p.Allocations.IsEmpty)
        .Select(p => new ApplyPayment
        {
            Id = new($"advice/{p.Payment}/{string.Join('+', p.Allocations.Select(a => a.Item))}"),
            By = by, Payment = p.Payment, On = on, Allocations = p.Allocations,
        })
        .ToEquatableArray();

    /// <summary>
    /// The commands that make what payers keep back deductions with a case, after <see cref="Commands"/>; executing them again
    /// makes none twice.
    /// </summary>
    /// <param name="reasonOf">The reason a payer's code stands for; null leaves the rest open.</param>
    /// <param name="on">The business date.</param>
    /// <param name="by">Who captures.</param>
    public EquatableArray<CaptureDeduction> Deductions(Func<string, DisputeReason?> reasonOf, LocalDate on, Actor by)
    {
        ArgumentNullException.ThrowIfNull(reasonOf);
        return Payments.SelectMany(p => ClaimedDeduction.Commands(p.Payment, on, p.Deductions, reasonOf, by)).ToEquatableArray();
    }
}
