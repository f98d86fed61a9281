using System.Text;

namespace OrderToCash.Contracts;

/// <summary>The merge fields of a contract: a closed list of built-in names, and those the host brings.</summary>
internal sealed class MergeFields
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    private MergeFields() { }

    internal static MergeFields Of(ContractFacts facts, List<DomainError> findings)
    {
        var fields = new MergeFields();
        fields.AddParty("seller", facts.Seller);
        fields.AddParty("buyer", facts.Buyer);
        fields.values["orders"] = string.Join(", ", facts.Orders.Select(o => o.Value));
        fields.values["products"] = Lines(facts, l => $"{l.Product}: {l.Specification}, {l.Quantity}");
        fields.values["deliveries"] = Lines(facts, l => l.DeliveryOn is { } day ? $"{l.Product}: {Iso(day)}" : "");
        fields.values["prices"] = Lines(facts, l => $"{l.Product}: {l.Price}, {l.Quantity}, {l.Amount}");
        fields.values["total"] = facts.Total.ToString();
        fields.values["currency"] = facts.Total.Currency.Code;
        fields.values["payment.terms"] = facts.PaymentTerms;
        fields.values["term.start"] = Iso(facts.Term.EffectiveFrom);
        fields.values["term.end"] = facts.Term.LastDay is { } end ? Iso(end) : "";
        fields.values["notice"] = facts.Term.Notice?.ToString() ?? "";
        for (var i = 0; i < facts.Fields.Count; i++)
            if (!fields.values.TryAdd(facts.Fields[i].Name, facts.Fields[i].Value))
                findings.Add(ContractErrors.MergeFieldTwice.At($"fields[{i}].name", ("field", facts.Fields[i].Name)));
        return fields;
    }

    /// <summary>Replaces each <c>{{name}}</c> once; what a value holds is text and is not looked at again.</summary>
    internal string Fill(string text, string target, List<DomainError> findings)
    {
        var filled = new StringBuilder();
        var at = 0;
        while (text.IndexOf("{{", at, StringComparison.Ordinal) is var open && open >= 0)
        {
            var close = text.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0)
            {
                findings.Add(ContractErrors.MergeFieldMalformed.At(target, ("position", open)));
                break;
            }
            var name = text[(open + 2)..close].Trim();
            if (!values.TryGetValue(name, out var value))
                findings.Add(ContractErrors.MergeFieldUnknown.At(target, ("field", name)));
            else if (string.IsNullOrWhiteSpace(value)) findings.Add(ContractErrors.MergeFieldMissing.At(target, ("field", name)));
            filled.Append(text, at, open - at).Append(value);
            at = close + 2;
        }
        return filled.Append(text, at, text.Length - at).ToString();
    }

    private void AddParty(string prefix, Party party)
    {
        var address = party.Address;
        var town = $"{address.PostCode} {address.City}".Trim();
        string[] parts = [.. address.Lines, town, address.Region, Countries.NameOf(address.Country)];
        values[$"{prefix}.name"] = party.Name;
        values[$"{prefix}.address"] = string.Join(", ", parts.Where(p => p.Length > 0));
        values[$"{prefix}.country"] = Countries.NameOf(address.Country);
        values[$"{prefix}.taxId"] = party.RegistrationIn(address.Country)?.Id ?? "";
        values[$"{prefix}.registrationNumber"] = party.RegistrationNumber;
    }

    private static string Lines(ContractFacts facts, Func<ContractLine, string> write) =>
        string.Join('\n', facts.Lines.Select(write).Where(l => l.Length > 0));

    private static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}
