namespace OrderToCash.Tax;

/// <summary>What the service said.</summary>
public sealed record VatIdAnswer
{
    /// <summary>The id that was checked, as it was asked.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// <see cref="VatIdStatus.Verified"/>, <see cref="VatIdStatus.Rejected"/> or <see cref="VatIdStatus.Unavailable"/>;
    /// <see cref="VatIdStatus.Pending"/> while the service only took the question.
    /// </summary>
    public required VatIdStatus Status { get; init; }

    /// <summary>The day the service answered, by its own clock.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The number under which the service can prove its answer; empty when it gave none.</summary>
    public string ConsultationNumber { get; init => field = value ?? ""; } = "";

    /// <summary>The name the id is registered for, when the service says.</summary>
    public string TraderName { get; init => field = value ?? ""; } = "";

    /// <summary>Why there is no answer; empty otherwise.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";
}
