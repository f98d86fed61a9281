namespace OrderToCash.Primitives;

/// <summary>A way to reach a party for a purpose.</summary>
public sealed record ContactPoint
{
    /// <summary>What it is for.</summary>
    public required ContactPurpose Purpose { get; init; }

    /// <summary>How: mail, phone, letter ...</summary>
    public required Channel Channel { get; init; }

    /// <summary>
    /// The mail address, the phone number with +, the e-invoicing endpoint; empty for letters (the postal address holds).
    /// </summary>
    public string Endpoint { get; init => field = value ?? ""; } = "";

    /// <summary>The person, where one is named.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// What is wrong with it: <see cref="PartyErrors.EndpointMissing"/>, <see cref="PartyErrors.MalformedMail"/>,
    /// <see cref="PartyErrors.MalformedPhone"/>. Mail addresses are looked at for their shape only.
    /// </summary>
    public EquatableArray<DomainError> Check()
    {
        if (string.IsNullOrWhiteSpace(Endpoint))
            return Channel is Channel.Letter or Channel.Portal
                ? []
                : [PartyErrors.EndpointMissing.At("endpoint", ("channel", Channel))];
        return Channel switch
        {
            Channel.Email when !IsMail(Endpoint) =>
                [PartyErrors.MalformedMail.At("endpoint", ("endpoint", Mask.Endpoint(Endpoint)))],
            Channel.Sms or Channel.Phone when !IsPhone(Endpoint) =>
                [PartyErrors.MalformedPhone.At("endpoint", ("endpoint", Mask.Endpoint(Endpoint)))],
            _ => [],
        };
    }

    /// <summary>Without personal data: <c>Dunning by Email to a***@example.org</c>.</summary>
    public override string ToString() => Endpoint.Length == 0
        ? $"{Purpose} by {Channel}"
        : $"{Purpose} by {Channel} to {Mask.Endpoint(Endpoint)}";

    private static bool IsMail(string text)
    {
        var at = text.IndexOf('@');
        if (at is < 1 or > 64 || text.Length > 254 || at != text.LastIndexOf('@')) return false;
        var domain = text.AsSpan(at + 1);
        if (domain.IndexOf('.') < 1 || domain[^1] == '.' || domain.IndexOf("..") >= 0) return false;
        foreach (var c in text)
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c is ',' or ';' or '<' or '>') return false;
        return true;
    }

    private static bool IsPhone(string text)
    {
        if (text[0] != '+') return false;
        var digits = 0;
        foreach (var c in text.AsSpan(1))
            if (char.IsAsciiDigit(c)) digits++;
            else if (c is not (' ' or '-' or '(' or ')' or '.')) return false;
        return digits is >= 7 and <= 15;
    }
}
