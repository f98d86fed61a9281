namespace OrderToCash.Tax;

/// <summary>Why the check of a VAT id does not go on. What a check means for a document: <see cref="TaxErrors"/>.</summary>
public static class VatIdErrors
{
    /// <summary>The answer is about another id.</summary>
    public static readonly ErrorCode AnotherId = new("vat-id.another-id", ErrorKind.Invalid,
        "The answer is about {answered}, not about {id}.", "Record it where it belongs.");

    /// <summary>Nobody waits for an answer.</summary>
    public static readonly ErrorCode NotPending = new("vat-id.not-pending", ErrorKind.Refused,
        "No check of {id} is under way: it is {status}.", "Ask again first.");

    /// <summary>A stored status without the days that go with it.</summary>
    public static readonly ErrorCode Inconsistent = new("vat-id.inconsistent", ErrorKind.Invalid,
        "The check of {id} is {status}, which its days contradict.", "Restore it from its events.");
}
