namespace OrderToCash.Invoicing;

/// <summary>A structured address (type S) of a Swiss QR-bill; the only type since 21 November 2025.</summary>
public sealed record SwissAddress
{
    /// <summary>First and last name, or the company; up to 70 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Street or post-office box, up to 70 characters; empty for none.</summary>
    public string Street { get; init => field = value ?? ""; } = "";

    /// <summary>Building number, up to 16 characters; empty for none.</summary>
    public string BuildingNumber { get; init => field = value ?? ""; } = "";

    /// <summary>Post code without country prefix, up to 16 characters.</summary>
    public required string PostCode { get; init; }

    /// <summary>Town, up to 35 characters.</summary>
    public required string Town { get; init; }

    /// <summary>The country.</summary>
    public required CountryCode Country { get; init; }

    /// <summary>
    /// The address of a party: its first line is the street; a last word of it that begins with a digit is the building number.
    /// </summary>
    public static SwissAddress Of(Party party)
    {
        ArgumentNullException.ThrowIfNull(party);
        var line = party.Address.Lines.IsEmpty ? "" : party.Address.Lines[0].Trim();
        var blank = line.LastIndexOf(' ');
        var hasNumber = blank > 0 && char.IsAsciiDigit(line[blank + 1]);
        return new()
        {
            Name = party.Name,
            Street = hasNumber ? line[..blank].TrimEnd() : line,
            BuildingNumber = hasNumber ? line[(blank + 1)..] : "",
            PostCode = party.Address.PostCode,
            Town = party.Address.City,
            Country = party.Address.Country,
        };
    }

    internal string[] Elements => ["S", Name, Street, BuildingNumber, PostCode, Town, Country.Value];

    internal void Check(string target, List<DomainError> findings)
    {
        Field("name", "name", Name, 70, true);
        Field("street", "street", Street, 70, false);
        Field("buildingNumber", "building number", BuildingNumber, 16, false);
        Field("postCode", "post code", PostCode, 16, true);
        Field("town", "town", Town, 35, true);
        if (!Countries.IsKnown(Country))
            findings.Add(PaymentCodeErrors.FieldInvalid.At($"{target}.country", ("field", "country"), ("value", Country)));

        void Field(string name, string words, string value, int most, bool isRequired) => PaymentCodeText.Field(
            findings, $"{target}.{name}", words, value, most, SwissQrBill.IsAllowed, isRequired);
    }
}
