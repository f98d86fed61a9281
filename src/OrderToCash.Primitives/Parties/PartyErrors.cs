namespace OrderToCash.Primitives;

/// <summary>What may be wrong with a party, its address, its tax registrations and its contacts.</summary>
public static class PartyErrors
{
    /// <summary>A document needs a legal name.</summary>
    public static readonly ErrorCode NameMissing = new("party.name-missing", ErrorKind.Invalid,
        "The party has no name.", "Give the full legal name.");

    /// <summary>The country is not in ISO 3166-1. Facts: country.</summary>
    public static readonly ErrorCode UnknownCountry = new("party.unknown-country", ErrorKind.Invalid,
        "'{country}' is no country of ISO 3166-1.", "Use the code of two letters: GB, not UK.");

    /// <summary>A tax id is not built like those of its country. Facts: id, country, shape.</summary>
    public static readonly ErrorCode MalformedTaxId = new("party.malformed-tax-id", ErrorKind.Invalid,
        "'{id}' is not built like a tax id of {country}: {shape} (# is a digit, @ a letter, * either).",
        "Copy it from the registration, with its prefix.");

    /// <summary>Two registrations in one country. Facts: country.</summary>
    public static readonly ErrorCode DuplicateTaxRegistration = new("party.duplicate-tax-registration", ErrorKind.Invalid,
        "The party has more than one tax registration in {country}.", "Keep the one that is valid.");

    /// <summary>A mail contact without a mail address. Facts: endpoint (masked).</summary>
    public static readonly ErrorCode MalformedMail = new("party.malformed-mail", ErrorKind.Invalid,
        "'{endpoint}' is no mail address.", "Give one address like accounts@example.org.");

    /// <summary>A phone contact without an international number. Facts: endpoint (masked).</summary>
    public static readonly ErrorCode MalformedPhone = new("party.malformed-phone", ErrorKind.Invalid,
        "'{endpoint}' is no phone number.", "Give + and the country code, then up to 15 digits in all.");

    /// <summary>A channel that needs an endpoint has none. Facts: channel.</summary>
    public static readonly ErrorCode EndpointMissing = new("party.endpoint-missing", ErrorKind.Invalid,
        "A contact by {channel} has no endpoint.", "Say where messages go, or use letters.");
}
