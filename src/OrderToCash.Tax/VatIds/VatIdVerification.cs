using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>
/// What is known of one VAT id: where its check stands, and when it was last found valid. A check that is pending holds a
/// document back; the document stays a draft.
/// </summary>
public sealed partial record VatIdVerification
{
    /// <summary>The id and its country.</summary>
    public required TaxRegistration Registration { get; init; }

    /// <summary>Where the check stands.</summary>
    public required VatIdStatus Status { get; init; }

    /// <summary>When it was last asked for.</summary>
    public required Instant RequestedAt { get; init; }

    /// <summary>The day of the last answer that said valid or not valid; null before the first.</summary>
    public LocalDate? CheckedOn { get; init; }

    /// <summary>The day it was last found valid; null when never, or when it was found not valid since.</summary>
    public LocalDate? LastValidOn { get; init; }

    /// <summary>The proof of the last answer; empty when the service gave none.</summary>
    public string ConsultationNumber { get; init => field = value ?? ""; } = "";

    /// <summary>The name the id is registered for, when the service said.</summary>
    public string TraderName { get; init => field = value ?? ""; } = "";

    /// <summary>Why there was no answer; empty otherwise.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";

    /// <summary>True when nobody waits for an answer.</summary>
    [JsonIgnore]
    public bool IsAnswered => Status is VatIdStatus.Verified or VatIdStatus.Rejected;

    /// <summary>The verification an event gives birth to.</summary>
    public static VatIdVerification From(VatIdCheckRequested first) =>
        new() { Registration = first.Registration, Status = VatIdStatus.Pending, RequestedAt = first.At };

    /// <summary>The state after an event.</summary>
    /// <exception cref="ArgumentException">The event is of a kind nobody knows.</exception>
    public VatIdVerification Apply(VatIdEvent e) => e switch
    {
        VatIdCheckRequested => this with { Status = VatIdStatus.Pending, RequestedAt = e.At, Reason = "" },
        VatIdVerified v => this with
        {
            Status = VatIdStatus.Verified, CheckedOn = v.On, LastValidOn = v.On, ConsultationNumber = v.ConsultationNumber,
            TraderName = v.TraderName, Reason = "",
        },
        VatIdRejected r => this with
        {
            Status = VatIdStatus.Rejected, CheckedOn = r.On, LastValidOn = null, ConsultationNumber = r.ConsultationNumber,
            TraderName = "", Reason = "",
        },
        VatIdCheckFailed f => this with { Status = VatIdStatus.Unavailable, Reason = f.Reason },
        _ => throw new ArgumentException($"Unknown event {e.GetType()}.", nameof(e)),
    };

    /// <summary>
    /// What is wrong with a stored value: <see cref="VatIdErrors.Inconsistent"/>, and the findings of the registration.
    /// </summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = Registration.Check().Select(f => f.Below("registration")).ToList();
        if (Status == VatIdStatus.Verified && (CheckedOn is null || LastValidOn != CheckedOn)
            || Status == VatIdStatus.Rejected && (CheckedOn is null || LastValidOn is not null)
            || LastValidOn > CheckedOn)
            findings.Add(VatIdErrors.Inconsistent.With(("id", Registration.Id), ("status", Status)));
        return [.. findings];
    }
}
