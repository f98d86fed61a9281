using OrderToCash.Matching;

namespace OrderToCash;

/// <summary>
/// The money that waits on account, and what it is for as far as the engine knows by now; nothing is written yet.
/// </summary>
public sealed record CashReview
{
    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The payments, the oldest first.</summary>
    public required EquatableArray<ReviewedPayment> Payments { get; init; }

    /// <summary>The version of the matching policy.</summary>
    public required string PolicyVersion { get; init; }

    /// <summary>
    /// The stored items that break their own rules (<c>matching.item-broken</c>), payments among them: they are left out.
    /// </summary>
    public EquatableArray<DomainError> Findings { get; init; }

    /// <summary>
    /// The commands that apply what the engine is sure of. Their ids follow from the payment and what it settles: executing a
    /// review again applies nothing twice.
    /// </summary>
    /// <param name="on">The business date.</param>
    /// <param name="by">Who applies.</param>
    public EquatableArray<ApplyPayment> Commands(LocalDate on, Actor by) => Payments
        .Where(p => p.MayApply && p.Decision.IsApplied)
        .Select(p => new ApplyPayment
        {
            Id = new(DerivedId.Of($"review/{p.Payment}/{string.Join('+', p.Decision.Allocations.Select(a => a.Item))}")),
            By = by, Payment = p.Payment, On = on, Allocations = p.Decision.Allocations,
        })
        .ToEquatableArray();
}
