namespace OrderToCash.Contracts;

/// <summary>Who is asked to sign which version, until when.</summary>
public sealed record SignatureRequest
{
    /// <summary>The version.</summary>
    public required int Version { get; init; }

    /// <summary>Its hash: no other can be signed.</summary>
    public required ContentHash Hash { get; init; }

    /// <summary>Who signs; in this order when in sequence.</summary>
    public required EquatableArray<Signatory> Signatories { get; init; }

    /// <summary>In which order they sign.</summary>
    public required SigningOrder Order { get; init; }

    /// <summary>The first moment at which nobody can sign any more.</summary>
    public required Instant ExpiresAt { get; init; }

    /// <summary>The signatures given so far.</summary>
    public EquatableArray<Signature> Signatures { get; init; }

    /// <summary>The signature of a person, or null.</summary>
    public Signature? SignatureOf(PersonId person)
    {
        foreach (var signature in Signatures)
            if (signature.Person == person) return signature;
        return null;
    }

    /// <summary>Who may sign now: all who have not, or the first of them when in sequence.</summary>
    public EquatableArray<Signatory> Awaited()
    {
        var missing = Signatories.Where(s => SignatureOf(s.Person) is null);
        return (Order == SigningOrder.InSequence ? missing.Take(1) : missing).ToEquatableArray();
    }
}
