namespace OrderToCash.Tax;

public sealed partial record VatIdVerification
{
    /// <summary>Asks for the first check of an id. A registration that is not well-formed is refused with its findings.</summary>
    public static Result<Decision<VatIdVerification, VatIdEvent>> Request(TaxRegistration registration, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(registration);
        if (registration.Check() is { IsEmpty: false } findings)
            return Result.Failure<Decision<VatIdVerification, VatIdEvent>>(findings);
        var first = new VatIdCheckRequested { Id = registration.Id, Registration = registration, By = by, At = at };
        return Decision.Born(From(first), (VatIdEvent)first);
    }

    /// <summary>Asks again: because the check is old, failed, or the buyer objects. No events while one is pending.</summary>
    public Result<Decision<VatIdVerification, VatIdEvent>> RequestAgain(Actor by, Instant at) => Status == VatIdStatus.Pending
        ? Decision.Of<VatIdVerification, VatIdEvent>(this, (s, e) => s.Apply(e))
        : Decision.Of<VatIdVerification, VatIdEvent>(this, (s, e) => s.Apply(e),
            new VatIdCheckRequested { Id = Registration.Id, Registration = Registration, By = by, At = at });

    /// <summary>
    /// Takes the service's answer. Refuses <see cref="VatIdErrors.AnotherId"/> and, when nobody asked,
    /// <see cref="VatIdErrors.NotPending"/>; "pending" changes nothing.
    /// </summary>
    public Result<Decision<VatIdVerification, VatIdEvent>> Record(VatIdAnswer answer, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (!SameId(answer.Id, Registration.Id))
            return Refuse(VatIdErrors.AnotherId.With(("id", Registration.Id), ("answered", answer.Id)));
        if (Status != VatIdStatus.Pending && Status != VatIdStatus.Unavailable)
            return Refuse(VatIdErrors.NotPending.With(("id", Registration.Id), ("status", Status)));
        var id = Registration.Id;
        return answer.Status switch
        {
            VatIdStatus.Verified => Happened(new VatIdVerified
            {
                Id = id, On = answer.On, ConsultationNumber = answer.ConsultationNumber, TraderName = answer.TraderName,
                By = by, At = at,
            }),
            VatIdStatus.Rejected => Happened(new VatIdRejected
            {
                Id = id, On = answer.On, ConsultationNumber = answer.ConsultationNumber, By = by, At = at,
            }),
            VatIdStatus.Unavailable => Happened(new VatIdCheckFailed { Id = id, Reason = answer.Reason, By = by, At = at }),
            _ => Decision.Of<VatIdVerification, VatIdEvent>(this, (s, e) => s.Apply(e)),
        };

        Result<Decision<VatIdVerification, VatIdEvent>> Happened(VatIdEvent e) => Decision.Of(this, (s, x) => s.Apply(x), e);
    }

    /// <summary>
    /// Whether a document may rely on the id on a day; a refusal leaves it a draft: <see cref="TaxErrors.BuyerIdPending"/>,
    /// <see cref="TaxErrors.BuyerIdRejected"/>, <see cref="TaxErrors.BuyerIdUnavailable"/>,
    /// <see cref="TaxErrors.BuyerIdOutdated"/>.
    /// </summary>
    public Result<VatIdVerification> Judge(VatIdPolicy policy, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var id = Registration.Id;
        var hasGrace = LastValidOn is { } valid && policy.GraceDays > 0 && Period.DaysBetween(valid, on) <= policy.GraceDays;
        var refusal = Status switch
        {
            VatIdStatus.Rejected => TaxErrors.BuyerIdRejected.At("buyerRegistrations", ("id", id), ("date", CheckedOn)),
            VatIdStatus.Verified => Outdated(id, CheckedOn!.Value, policy, on),
            _ when hasGrace => null,
            VatIdStatus.Unavailable => TaxErrors.BuyerIdUnavailable.At("buyerRegistrations", ("id", id), ("reason", Reason)),
            _ => TaxErrors.BuyerIdPending.At("buyerRegistrations", ("id", id)),
        };
        return refusal is null ? Result.Success(this) : Result.Failure<VatIdVerification>(refusal);
    }

    /// <summary>Why a check of that day no longer counts, or null.</summary>
    internal static DomainError? Outdated(string id, LocalDate checkedOn, VatIdPolicy policy, LocalDate on) =>
        policy.MaxAgeInDays is { } days && Period.DaysBetween(checkedOn, on) > days
            ? TaxErrors.BuyerIdOutdated.At("buyerRegistrations", ("id", id), ("date", checkedOn), ("days", days))
            : null;

    /// <summary>True when two ids differ in blanks, dots and hyphens at most.</summary>
    internal static bool SameId(string one, string other) => Compact(one) == Compact(other);

    private static string Compact(string id) => string.Concat(id.Where(c => c is not (' ' or '.' or '-')));

    private static Result<Decision<VatIdVerification, VatIdEvent>> Refuse(DomainError error) =>
        Result.Failure<Decision<VatIdVerification, VatIdEvent>>(error);
}
