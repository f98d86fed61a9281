using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>
/// The shape of the policies that people write. Items of lists are named, because a list's converter asks for them.
/// </summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    Converters = [typeof(LocalDateJsonConverter)])]
[JsonSerializable(typeof(PriceList))]
[JsonSerializable(typeof(PriceListEntry))]
[JsonSerializable(typeof(PricingPolicy))]
[JsonSerializable(typeof(DiscountKind))]
[JsonSerializable(typeof(DiscountScheme))]
[JsonSerializable(typeof(FreeGoodsRule))]
[JsonSerializable(typeof(Coupon))]
[JsonSerializable(typeof(FeeRule))]
[JsonSerializable(typeof(FeeTier))]
[JsonSerializable(typeof(EquatableArray<DiscountAuthority>))]
[JsonSerializable(typeof(DiscountAuthority))]
[JsonSerializable(typeof(DiscountAuthorityLevel))]
[JsonSerializable(typeof(Money))]
internal sealed partial class PricingJsonContext : JsonSerializerContext;
