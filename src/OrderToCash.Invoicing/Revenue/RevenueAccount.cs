using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>The deferred revenue of one invoice: what becomes revenue when, and what did already.</summary>
public sealed partial record RevenueAccount
{
    /// <summary>The invoice.</summary>
    public required InvoiceId Invoice { get; init; }

    /// <summary>The releases, by line and day.</summary>
    public required EquatableArray<RevenueRelease> Releases { get; init; }

    /// <summary>True when nothing waits any more.</summary>
    [JsonIgnore]
    public bool IsDone => Releases.All(r => !r.IsWaiting);

    /// <summary>The state after the first event.</summary>
    public static RevenueAccount From(RevenueDeferred deferred)
    {
        ArgumentNullException.ThrowIfNull(deferred);
        return new() { Invoice = deferred.Invoice, Releases = deferred.Releases };
    }

    /// <summary>The state after an event.</summary>
    /// <exception cref="ArgumentException">The event is another invoice's, or of a kind this version does not know.</exception>
    public RevenueAccount Apply(RevenueEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (happened.Invoice != Invoice)
            throw new ArgumentException($"The event is about {happened.Invoice}, not {Invoice}.", nameof(happened));
        return happened switch
        {
            RevenueDeferred deferred => From(deferred),
            RevenuePerformed performed => this with
            {
                Releases = Releases
                    .Select(r => r.Line == performed.Line && r.On is null ? r with { On = performed.On } : r).ToEquatableArray(),
            },
            RevenueReleased released => this with
            {
                Releases = Releases.SetItem(released.Position, Releases[released.Position] with
                {
                    RecognisedOn = released.On, Recognised = released.Amount,
                }),
            },
            _ => throw new ArgumentException($"'{happened.GetType().Name}' is not known here.", nameof(happened)),
        };
    }

    /// <summary>What contradicts itself in a stored state: <see cref="RevenueErrors.StateMismatch"/>.</summary>
    public EquatableArray<DomainError> Check()
    {
        if (Releases.IsEmpty) return [RevenueErrors.StateMismatch.At("releases", ("part", "nothing was deferred"))];
        var findings = new List<DomainError>();
        for (var i = 0; i < Releases.Count; i++)
        {
            var release = Releases[i];
            if (release.Line < 1) Mismatch(i, "a line has no number");
            if (release.RecognisedOn is null != release.Recognised is null) Mismatch(i, "a day and an amount go together");
            if (release.RecognisedOn < release.On || release.RecognisedOn is not null && release.On is null)
                Mismatch(i, "it was recognised before its day");
            if (release.Planned.Currency != Releases[0].Planned.Currency
                || release.Recognised is { } done && done.Currency != release.Planned.Currency)
                Mismatch(i, "currencies differ");
        }
        return [.. findings];

        void Mismatch(int index, string part) =>
            findings.Add(RevenueErrors.StateMismatch.At($"releases[{index}]", ("part", part)));
    }
}
