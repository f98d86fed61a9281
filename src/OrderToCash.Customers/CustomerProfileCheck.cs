namespace OrderToCash.Customers;

public sealed partial record CustomerProfile
{
    /// <summary>
    /// Everything that is wrong with it, by field: <c>customer.address-incomplete</c>, <c>customer.currency-without-grid</c>,
    /// <c>customer.language-malformed</c>, <c>customer.channel-unsuited</c>, <c>customer.channel-without-contact</c>, and what
    /// the party, the contacts and the payment terms find of themselves.
    /// </summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        foreach (var finding in Party.Check()) findings.Add(finding.Below("party"));
        var byLetter = InvoiceChannel == Channel.Letter || DunningChannel == Channel.Letter;
        if (byLetter && string.IsNullOrWhiteSpace(Party.Address.City))
            findings.Add(CustomerErrors.AddressIncomplete.At("party.address.city"));
        if (!Currency.HasMinorUnit) findings.Add(CustomerErrors.CurrencyWithoutGrid.At("currency", ("currency", Currency.Code)));
        foreach (var finding in Terms.Check()) findings.Add(finding.Below("terms"));
        if (!IsLanguageTag(Language)) findings.Add(CustomerErrors.LanguageMalformed.At("language", ("language", Language)));
        for (var i = 0; i < Contacts.Count; i++)
            foreach (var finding in Contacts[i].Check()) findings.Add(finding.Below($"contacts[{i}]"));
        if (InvoiceChannel is Channel.Sms or Channel.Phone)
            findings.Add(CustomerErrors.ChannelUnsuited.At("invoiceChannel", ("channel", InvoiceChannel)));
        CheckChannel("invoiceChannel", InvoiceChannel, ContactPurpose.Invoicing, findings);
        CheckChannel("dunningChannel", DunningChannel, ContactPurpose.Dunning, findings);
        return findings.ToEquatableArray();
    }

    private void CheckChannel(string target, Channel channel, ContactPurpose purpose, List<DomainError> findings)
    {
        if (channel is Channel.Letter or Channel.Portal || ContactFor(purpose, channel) is not null) return;
        findings.Add(CustomerErrors.ChannelWithoutContact.At(target, ("channel", channel), ("purpose", purpose)));
    }

    // RFC 5646, the shape: a language of 2 to 8 letters, then subtags of 1 to 8 letters and digits.
    private static bool IsLanguageTag(string? text)
    {
        if (string.IsNullOrEmpty(text)) return false;
        var parts = text.Split('-');
        return parts[0].Length is >= 2 and <= 8 && parts[0].All(char.IsAsciiLetter)
            && parts.Skip(1).All(p => p.Length is >= 1 and <= 8 && p.All(char.IsAsciiLetterOrDigit));
    }
}
