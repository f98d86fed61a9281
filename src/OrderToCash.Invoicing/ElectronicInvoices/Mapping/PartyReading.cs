namespace OrderToCash.Invoicing;

/// <summary>Takes the parties of a document into a draft.</summary>
internal static class PartyReading
{
    internal static Party PartyOf(DocumentParty party)
    {
        var address = AddressOf(party.Address!);
        var id = party.VatId ?? party.TaxRegistrationId;
        return new()
        {
            Name = party.Name!,
            Address = address,
            RegistrationNumber = party.LegalId?.Value ?? "",
            TaxRegistrations = id is not null ? [new() { Country = CountryOf(id, address.Country), Id = id.Trim() }] : [],
        };
    }

    internal static PartyDetails? DetailsOf(DocumentParty party)
    {
        var details = new PartyDetails
        {
            TradingName = party.TradingName!, Ids = party.Ids, RegistrationScheme = party.LegalId?.Scheme!,
            LocalTaxNumber = party.VatId is null ? "" : party.TaxRegistrationId!, LegalForm = party.AdditionalLegalInformation!,
            Endpoint = party.Endpoint, Contact = party.Contact,
        };
        return details == new PartyDetails() ? null : details;
    }

    internal static Payee? PayeeOf(DocumentParty? party) => party?.Name is not { } name ? null : new()
    {
        Name = name, Id = party.Ids.IsEmpty ? null : party.Ids[0], RegistrationNumber = party.LegalId,
    };

    // The prefix of a VAT id is its country, but for Greece and Northern Ireland.
    private static CountryCode CountryOf(string vatId, CountryCode otherwise)
    {
        var prefix = vatId.Trim() is { Length: >= 2 } id ? id[..2] : "";
        if (prefix == "EL") return new("GR");
        if (prefix == "XI") return new("GB");
        return prefix.Length == 2 && prefix.All(char.IsAsciiLetterUpper) && Countries.IsKnown(new(prefix)) ? new(prefix)
            : otherwise;
    }

    internal static Address AddressOf(DocumentAddress address) => new()
    {
        Lines = [.. new[] { address.Line1, address.Line2, address.Line3 }.OfType<string>()],
        City = address.City ?? "",
        PostCode = address.PostCode ?? "",
        Region = address.Subdivision ?? "",
        Country = new(address.Country!.Trim()),
    };
}
